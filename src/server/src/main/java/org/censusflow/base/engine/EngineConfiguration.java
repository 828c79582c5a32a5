package org.censusflow.base.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What the engine needs beyond its properties in {@code application.yml}. The rules of tasks and
 * the accounts come as plugins of their own rooms.
 */
@Configuration
public class EngineConfiguration {

  /** Of the rooms' plugins: after Camunda's own, before what stands in front of all commands. */
  public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1;

  @Bean
  @Order(ORDER)
  ProcessEnginePlugin censusEnginePlugin(
      ObjectProvider<ExternalTaskRule> externalTaskRules,
      ObjectProvider<BpmnParseListener> modulesListeners) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new DistrictTenantProvider());
        configuration.setCustomSessionFactories(
            InFront.of(
                configuration.getCustomSessionFactories(), List.of(CheckedComments.factory())));
        configuration.setCustomPostCommandInterceptorsTxRequired(
            InFront.of(
                configuration.getCustomPostCommandInterceptorsTxRequired(),
                List.of(new CrossDistrictGuard(), new OperationLogGuard())));
        List<BpmnParseListener> listeners = new ArrayList<>();
        listeners.add(new ExternalTaskParseListener(externalTaskRules));
        modulesListeners.orderedStream().forEach(listeners::add);
        configuration.setCustomPostBPMNParseListeners(
            InFront.of(configuration.getCustomPostBPMNParseListeners(), listeners));
      }

      @Override
      public void postProcessEngineBuild(ProcessEngine engine) {
        EngineIndexes.create(engine.getProcessEngineConfiguration().getDataSource());
      }
    };
  }
}
