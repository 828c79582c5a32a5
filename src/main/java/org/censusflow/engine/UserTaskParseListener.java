package org.censusflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What every user task of every model gets: {@link TaskCompletionRules} in front of its completion,
 * and the subject of its instance behind its name, so that twenty tasks of one kind can be told
 * apart in a list.
 */
class UserTaskParseListener extends AbstractBpmnParseListener {

  /** The variable in which a process says what its instance is about, such as a block's name. */
  private static final String SUBJECT = "taskSubject";

  private final TaskCompletionRules rules;

  UserTaskParseListener(TaskCompletionRules rules) {
    this.rules = rules;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
    behavior
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, rules::check);
    behavior
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, UserTaskParseListener::nameSubject);
  }

  private static void nameSubject(DelegateTask task) {
    // Asked of the execution: the new task has no variables yet, and would look for them first.
    Object subject = task.getExecution().getVariable(SUBJECT);
    if (subject != null) {
      task.setName(task.getName() + "：" + subject);
    }
  }
}
