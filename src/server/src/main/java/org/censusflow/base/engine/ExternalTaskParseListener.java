package org.censusflow.base.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What every external task of every model gets: the program of the group that its topic names may
 * work it off, for as long as it waits, and {@link ExternalTaskRule}s stand in front of its
 * completion. The engine gives an external task to whoever may change its process instance, so the
 * right is given for that instance; what else that right would allow is not open ({@code
 * engine-operations.yaml}).
 */
class ExternalTaskParseListener extends AbstractBpmnParseListener {

  /** The variable in which a process names the topic, such as {@code records.haicang-health}. */
  private static final String TOPIC = "topic";

  private final ObjectProvider<ExternalTaskRule> rules;

  ExternalTaskParseListener(ObjectProvider<ExternalTaskRule> rules) {
    this.rules = rules;
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
      activity.addListener(
          ExecutionListener.EVENTNAME_START, (ExecutionListener) ExternalTaskParseListener::letIn);
      activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::end);
    }
  }

  private static void letIn(DelegateExecution execution) {
    AuthorizationService authorizations = authorizations(execution);
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(ExternalTaskTopic.group((String) execution.getVariable(TOPIC)));
    grant.setResource(Resources.PROCESS_INSTANCE);
    grant.setResourceId(execution.getProcessInstanceId());
    grant.addPermission(Permissions.READ);
    grant.addPermission(Permissions.UPDATE);
    authorizations.saveAuthorization(grant);
  }

  private void end(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      rules.stream()
          .filter(rule -> rule.appliesTo(execution.getCurrentActivityId()))
          .forEach(rule -> rule.check(execution));
    }
    // The department that completes may not read rights, not even this one of its own.
    Context.getCommandContext().runWithoutAuthorization(() -> letOut(execution));
  }

  private static Void letOut(DelegateExecution execution) {
    AuthorizationService authorizations = authorizations(execution);
    authorizations
        .createAuthorizationQuery()
        .resourceType(Resources.PROCESS_INSTANCE)
        .resourceId(execution.getProcessInstanceId())
        .groupIdIn(ExternalTaskTopic.group((String) execution.getVariable(TOPIC)))
        .list()
        .forEach(it -> authorizations.deleteAuthorization(it.getId()));
    return null;
  }

  private static AuthorizationService authorizations(DelegateExecution execution) {
    return execution.getProcessEngineServices().getAuthorizationService();
  }
}
