package org.censusflow.base.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine needs beyond its properties in {@code application.yml}. */
@Configuration
class EngineConfiguration {

  @Bean
  ProcessEnginePlugin censusEnginePlugin(
      TaskCompletionRules taskCompletionRules,
      FormRules formRules,
      StartRules startRules,
      LoginDoor loginDoor,
      StaffTaskRights staffTaskRights,
      ObjectProvider<ExternalTaskRule> externalTaskRules,
      ObjectProvider<BpmnParseListener> modulesListeners) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(staffTaskRights);
        configuration.setTenantIdProvider(new DistrictTenantProvider());
        List<SessionFactory> sessions = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
          sessions.addAll(configuration.getCustomSessionFactories());
        }
        sessions.add(CheckedComments.factory());
        configuration.setCustomSessionFactories(sessions);
        configuration.setIdentityProviderSessionFactory(new CensusIdentities.Factory(loginDoor));
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
          interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(0, new TaskRefusalInterceptor());
        interceptors.add(1, new WeakPasswordInterceptor());
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
        List<CommandInterceptor> inside = new ArrayList<>();
        if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
          inside.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
        }
        inside.add(0, new CrossDistrictGuard());
        inside.add(1, new TaskGuard());
        inside.add(2, new TaskRecordGuard());
        inside.add(3, new StartGuard(startRules));
        inside.add(4, new OperationLogGuard());
        configuration.setCustomPostCommandInterceptorsTxRequired(inside);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
          listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new UserTaskParseListener(taskCompletionRules, formRules));
        listeners.add(new ExternalTaskParseListener(externalTaskRules));
        modulesListeners.orderedStream().forEach(listeners::add);
        configuration.setCustomPostBPMNParseListeners(listeners);
      }

      @Override
      public void postProcessEngineBuild(ProcessEngine engine) {
        EngineIndexes.create(engine.getProcessEngineConfiguration().getDataSource());
      }
    };
  }
}
