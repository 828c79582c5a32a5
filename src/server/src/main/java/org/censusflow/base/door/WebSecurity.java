package org.censusflow.base.door;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.censusflow.base.access.Caller;
import org.censusflow.base.login.EngineAccounts;
import org.censusflow.base.login.LoginAudit;
import org.censusflow.base.login.WebappLogin;
import org.censusflow.base.login.WebappLoginFilter;
import org.censusflow.base.login.WebappSessionFilter;
import org.censusflow.base.operations.AccountKinds;
import org.censusflow.base.operations.OpenOperations;
import org.censusflow.base.operations.OpenOperationsFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

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
      HttpSecurity http,
      IdentityService identities,
      LoginAudit logins,
      RefusalAudit refused,
      RefusalPage page,
      OpenOperations open,
      AccountKinds kinds,
      ApiSenderCheck apiSenders)
      throws Exception {
    EngineAccounts accounts = new EngineAccounts(identities, logins);
    AccessRefusals refusals = new AccessRefusals(refused, page);
    OpenOperationsFilter list =
        new OpenOperationsFilter("/engine-rest", open, kinds, request -> signedIn(), refusals);
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
        .addFilterBefore(new GoneCallerFilter(refused), ExceptionTranslationFilter.class)
        .addFilterAfter(list, EngineIdentityFilter.class)
        .addFilterAfter(new BodyFilter(LONGEST_BODY), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain webApplications(
      HttpSecurity http,
      IdentityService identities,
      LoginAudit logins,
      RefusalAudit refused,
      RefusalPage page,
      OpenOperations open,
      AccountKinds kinds)
      throws Exception {
    EngineAccounts accounts = new EngineAccounts(identities, logins);
    OpenOperationsFilter list =
        new OpenOperationsFilter(
            "/camunda/api",
            open,
            kinds,
            request -> WebappLogin.of(request.getSession(false)).map(accounts::caller),
            new AccessRefusals(refused, page));
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PATH.matcher(HttpMethod.GET, "/"))
                    .permitAll()
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
        .addFilterAfter(list, AuthorizationFilter.class)
        .build();
  }

  private static Optional<Caller> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** What {@code /api} shows are pages of figures with a style of their own, and JSON. */
  private static void pagesThatLoadNothing(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy ->
                policy.policyDirectives(
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'"))
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

  /**
   * The request is known to its thread from the beginning, for the audit of logins and refusals
   * too; left to itself Spring Boot binds it behind the guards when Jersey is there.
   */
  @Bean
  FilterRegistrationBean<RequestContextFilter> requestOfTheThread() {
    FilterRegistrationBean<RequestContextFilter> filter =
        new FilterRegistrationBean<>(new RequestContextFilter());
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
    return filter;
  }

  /** Behind what knows the request's address, in front of the web applications. */
  @Bean
  FilterRegistrationBean<WebappLoginFilter> webappLogins(LoginAudit logins) {
    FilterRegistrationBean<WebappLoginFilter> filter =
        new FilterRegistrationBean<>(new WebappLoginFilter(logins));
    filter.addUrlPatterns(WebappLoginFilter.BELOW);
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
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
