package org.censusflow.base.task;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.censusflow.base.form.FormRules;

/**
 * What every user task of every model gets: its {@link TaskContract}, {@link TaskCompletionRules}
 * in front of its completion, and the subject of its instance behind its name, so that twenty tasks
 * of one kind can be told apart in a list.
 */
public class UserTaskParseListener extends AbstractBpmnParseListener {

  /** The variable in which a process says what its instance is about, such as a block's name. */
  private static final String SUBJECT = "taskSubject";

  private final TaskCompletionRules rules;
  private final FormRules forms;

  public UserTaskParseListener(TaskCompletionRules rules, FormRules forms) {
    this.rules = rules;
    this.forms = forms;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    contract(element).keepAt(activity);
    UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
    behavior
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, rules::check);
    behavior
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, UserTaskParseListener::nameSubject);
  }

  private TaskContract contract(Element task) {
    Map<String, String> properties = properties(task);
    String notBy = properties.getOrDefault("notBy", "");
    return new TaskContract(
        forms.contract(
            task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef"),
            properties.get("submits")),
        notBy.isBlank() ? List.of() : List.of(notBy.strip().split("\\s+")));
  }

  /** The properties that a model gives an element, by name. */
  static Map<String, String> properties(Element element) {
    Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
    return properties == null ? Map.of() : properties;
  }

  private static void nameSubject(DelegateTask task) {
    // Asked of the execution: the new task has no variables yet, and would look for them first.
    Object subject = task.getExecution().getVariable(SUBJECT);
    if (subject != null) {
      task.setName(task.getName() + "：" + subject);
    }
  }
}
