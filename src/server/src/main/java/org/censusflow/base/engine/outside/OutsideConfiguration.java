package org.censusflow.base.engine.outside;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
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
            inFrontOf(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new Refusals(open),
                new OutsideCommands(open),
                new QueryConditions()));
        engine.setCustomPostCommandInterceptorsTxRequired(
            inFrontOf(
                engine.getCustomPostCommandInterceptorsTxRequired(),
                new ExternalTaskCommands(),
                new OwnStarts(kinds)));
        engine.setExpressionManager(new ModelExpressions(beans));
      }
    };
  }

  private static List<CommandInterceptor> inFrontOf(
      List<CommandInterceptor> others, CommandInterceptor... own) {
    List<CommandInterceptor> all = new ArrayList<>(List.of(own));
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
