package org.censusflow.base.operations;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.engine.InFront;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the interceptors into the engine's command chain, and its expressions on a leash. */
@Configuration
class OutsideConfiguration {

  @Bean
  OpenOperations openOperations() {
    return OpenOperations.read();
  }

  @Bean
  ProcessEnginePlugin outsidePlugin(
      OpenOperations open, AccountKinds kinds, ApplicationContext beans) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(
            InFront.<CommandInterceptor>of(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                List.of(new Refusals(open), new OutsideCommands(open), new QueryConditions())));
        engine.setCustomPostCommandInterceptorsTxRequired(
            InFront.<CommandInterceptor>of(
                engine.getCustomPostCommandInterceptorsTxRequired(),
                List.of(new ExternalTaskCommands(), new OwnStarts(kinds))));
        engine.setExpressionManager(new ModelExpressions(beans));
      }
    };
  }
}
