package org.censusflow.engine;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The guards of the web interfaces, deny by default. {@code /engine-rest} and {@code /api} take
 * HTTP Basic against the engine's accounts; {@code /api} also takes the session of a user who is
 * logged in to Tasklist or Cockpit. The web applications under {@code /camunda} log in by
 * themselves.
 */
@Configuration
class WebSecurity {

  private static final Duration LONGEST_BODY = Duration.ofMinutes(1);
  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  /**
   * Path patterns as request matchers: a plain string would only match Spring MVC, not Jersey's
   * engine REST.
   */
  @Bean
  @Order(1)
  SecurityFilterChain interfaces(
      HttpSecurity http, IdentityService identities, ApiSenderCheck apiSenders) throws Exception {
    EngineAccounts accounts = new EngineAccounts(identities);
    AccessRefusals refusals = new AccessRefusals();
    return http.securityMatcher(
            new OrRequestMatcher(PATH.matcher("/engine-rest/**"), PATH.matcher("/api/**")))
        .authenticationManager(new ProviderManager(accounts))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(PATH.matcher("/api/**"))
                    .access(apiSenders)
                    .anyRequest()
                    .authenticated())
        .headers(WebSecurity::pagesThatLoadNothing)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            denied -> denied.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        // Basic sends no cookie; for the session way WebappSessionFilter checks the web
        // application's own token.
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session ->
                session
                    .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    // A changed session id would log the user out of Tasklist.
                    .sessionFixation(fixation -> fixation.none()))
        .addFilterBefore(new WebappSessionFilter(accounts), BasicAuthenticationFilter.class)
        .addFilterBefore(new CrossSiteFilter(), WebappSessionFilter.class)
        .addFilterAfter(new EngineIdentityFilter(identities), BasicAuthenticationFilter.class)
        .addFilterAfter(new ExternalTaskGuard(), EngineIdentityFilter.class)
        .addFilterAfter(new BodyFilter(LONGEST_BODY), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PATH.matcher(HttpMethod.GET, "/"))
                    .permitAll()
                    // Over the web applications nobody works off external tasks.
                    .requestMatchers(
                        PATH.matcher(
                            HttpMethod.POST,
                            "/camunda/api/engine/engine/{engine}/external-task/*/*"),
                        PATH.matcher(
                            HttpMethod.POST,
                            "/camunda/api/engine/engine/{engine}/external-task/fetchAndLock"))
                    .denyAll()
                    .requestMatchers(PATH.matcher("/camunda/**"))
                    .permitAll()
                    .requestMatchers(PATH.matcher(HttpMethod.GET, "/favicon.ico"))
                    .permitAll()
                    .requestMatchers(PATH.matcher(HttpMethod.GET, "/actuator/health/**"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        // The web applications bring their own token check and their own security headers.
        .csrf(csrf -> csrf.disable())
        .headers(
            headers ->
                headers
                    .defaultsDisabled()
                    .httpStrictTransportSecurity(withDefaults())
                    .addHeaderWriter(askedForAgain()))
        .addFilterBefore(new CrossSiteFilter(), AuthorizationFilter.class)
        .addFilterAfter(new BodyFilter(LONGEST_BODY), AuthorizationFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** What {@code /api} shows are pages of figures with a style of their own, and JSON. */
  private static void pagesThatLoadNothing(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy ->
                policy.policyDirectives(
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
  }

  /**
   * The web applications ask for all files by the engine's version, so after an update of ours a
   * browser would go on with the scripts that it kept.
   */
  private static HeaderWriter askedForAgain() {
    return new DelegatingRequestMatcherHeaderWriter(
        new OrRequestMatcher(
            PATH.matcher("/camunda/app/{app}/scripts/**"),
            PATH.matcher("/camunda/app/{app}/locales/**"),
            PATH.matcher("/camunda/app/{app}/styles/**")),
        new StaticHeadersWriter("Cache-Control", "no-cache"));
  }

  /** In front of the web applications' own filters, whose answer it mends. */
  @Bean
  FilterRegistrationBean<PageNonceFilter> pageNonce() {
    FilterRegistrationBean<PageNonceFilter> filter =
        new FilterRegistrationBean<>(new PageNonceFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
