package org.censusflow.base.login;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.engine.EngineConfiguration;
import org.censusflow.base.engine.InFront;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the rules of accounts and passwords into the engine. */
@Configuration
class LoginConfiguration {

  @Bean
  @Order(EngineConfiguration.ORDER)
  ProcessEnginePlugin loginPlugin(LoginDoor door) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new CensusIdentities.Factory(door));
        engine.setCustomPreCommandInterceptorsTxRequired(
            InFront.<CommandInterceptor>of(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                List.of(new WeakPasswordInterceptor())));
      }
    };
  }
}
