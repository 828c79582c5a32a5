package org.censusflow.base.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.censusflow.base.access.TakenSteps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts on record who completed a task that is a step of a matter, and as what. Part of the
 * completion's transaction: a task that is refused leaves nothing.
 */
@Component
class StepRecorder extends AbstractBpmnParseListener {

  private final ObjectProvider<RecordedSteps> modules;
  private final ObjectProvider<TakenSteps> taken;

  StepRecorder(ObjectProvider<RecordedSteps> modules, ObjectProvider<TakenSteps> taken) {
    this.modules = modules;
    this.taken = taken;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    String key = activity.getId();
    boolean step =
        modules.stream()
            .flatMap(module -> module.steps().stream())
            .anyMatch(it -> it.task().equals(key));
    if (step) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior())
          .getTaskDefinition()
          .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::record);
    }
  }

  private void record(DelegateTask task) {
    modules.stream()
        .flatMap(module -> module.steps().stream())
        .filter(step -> step.isTakenBy(task))
        .forEach(
            step -> {
              String by = Claim.by(task);
              taken.getObject().take(step.instance(task), step.step(), by, TaskGroups.of(task, by));
            });
  }
}
