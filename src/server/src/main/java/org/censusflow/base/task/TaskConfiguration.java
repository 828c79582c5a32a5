package org.censusflow.base.task;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.engine.EngineConfiguration;
import org.censusflow.base.engine.InFront;
import org.censusflow.base.form.FormRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the rules of tasks and starts into the engine. */
@Configuration
class TaskConfiguration {

  @Bean
  @Order(EngineConfiguration.ORDER)
  ProcessEnginePlugin taskRulesPlugin(
      TaskCompletionRules completion,
      FormRules forms,
      StartRules starts,
      StaffTaskRights staffTaskRights) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(staffTaskRights);
        engine.setCustomPreCommandInterceptorsTxRequired(
            InFront.<CommandInterceptor>of(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                List.of(new TaskRefusalInterceptor())));
        engine.setCustomPostCommandInterceptorsTxRequired(
            InFront.<CommandInterceptor>of(
                engine.getCustomPostCommandInterceptorsTxRequired(),
                List.of(new TaskGuard(), new TaskRecordGuard(), new StartGuard(starts))));
        engine.setCustomPostBPMNParseListeners(
            InFront.<BpmnParseListener>of(
                engine.getCustomPostBPMNParseListeners(),
                List.of(new UserTaskParseListener(completion, forms))));
      }
    };
  }
}
