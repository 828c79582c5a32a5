package org.censusflow.base.door;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardHost;
import org.censusflow.base.login.LoginDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** How requests come in, before {@link WebSecurity} asks who sends them. */
@Configuration
class DoorConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DoorConfiguration.class);

  /** Deeper than any answer or file of ours; five hundred households are well below the tokens. */
  private static final StreamReadConstraints READABLE =
      StreamReadConstraints.builder()
          .maxNestingDepth(100)
          .maxStringLength(1_000_000)
          .maxTokenCount(1_000_000)
          .build();

  @Bean
  HttpFirewall requestFirewall(DoorSettings settings) {
    if (settings.hosts().isEmpty()) {
      log.info("CF-I180 Served as localhost only; CENSUSFLOW_HOSTS names further hosts");
    }
    return new RequestFirewall(settings);
  }

  /** What is read of a request; the program's own files may be longer. */
  @Bean
  MappingJackson2HttpMessageConverter jsonOfRequests(ObjectMapper json) {
    ObjectMapper limited = json.copy();
    limited.getFactory().setStreamReadConstraints(READABLE);
    return new MappingJackson2HttpMessageConverter(limited);
  }

  /** Where a proxy ends https for everybody, whatever comes has come by https. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(DoorSettings settings) {
    return factory -> {
      factory.addEngineValves(new UnreadBodyValve());
      factory.addContextCustomizers(
          context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ServerRefusalValve.class.getName());
            host.getPipeline().addValve(new ServerRefusalValve());
            context.addLifecycleListener(DoorConfiguration::letWait);
          });
      if (settings.https()) {
        factory.addConnectorCustomizers(
            connector -> {
              connector.setScheme("https");
              connector.setSecure(true);
            });
      }
    };
  }

  /** Who asks the web applications' copy of the engine's REST for work may wait as at the other. */
  private static void letWait(LifecycleEvent event) {
    if (Lifecycle.AFTER_START_EVENT.equals(event.getType())
        && ((Context) event.getLifecycle()).findChild("Engine Api") instanceof Wrapper rest) {
      rest.setAsyncSupported(true);
    }
  }

  /** Early, so that {@link LoginDoor} knows from where a login of any kind comes. */
  @Bean
  OrderedRequestContextFilter requestContext() {
    return new OrderedRequestContextFilter();
  }

  @Bean
  FilterRegistrationBean<FirewallFilter> firewall(
      HttpFirewall firewall, RequestRejectedHandler refusals) {
    FilterRegistrationBean<FirewallFilter> filter =
        new FilterRegistrationBean<>(new FirewallFilter(firewall, refusals));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<SecureCookieFilter> secureCookies() {
    FilterRegistrationBean<SecureCookieFilter> filter =
        new FilterRegistrationBean<>(new SecureCookieFilter());
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
