package org.censusflow.registration.field.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.registration.field.HouseholdCases;
import org.censusflow.registration.field.LongForms;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where numbers and decisions of the field work have to fit together, beyond what a form alone can
 * hold.
 */
@Component
class FieldFormRule implements TaskRule {

  private final HouseholdCases cases;
  private final NamedBlocks namedBlocks;
  private final LongForms longForms;
  private final AreaRegistrationSteps blockGate;
  private final AcceptanceSteps acceptanceGate;

  /** Lazy, because the engine asks for its task rules while it starts. */
  FieldFormRule(
      HouseholdCases cases,
      NamedBlocks namedBlocks,
      LongForms longForms,
      @Lazy AreaRegistrationSteps blockGate,
      @Lazy AcceptanceSteps acceptanceGate) {
    this.longForms = longForms;
    this.blockGate = blockGate;
    this.acceptanceGate = acceptanceGate;
    this.cases = cases;
    this.namedBlocks = namedBlocks;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return Set.of(
            BlockListingProcess.LIST_HOUSEHOLDS,
            BlockLongFormsProcess.ENUMERATE_LONG_FORMS,
            BlockShortFormsProcess.ACCEPT_BLOCK,
            RegistrationAcceptanceProcess.REVIEW_ACCEPTANCE)
        .contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case BlockListingProcess.LIST_HOUSEHOLDS -> {
        if (number(task, "selfInvited") > number(task, "listedHouseholds")) {
          throw new TaskRefused("CF-E856 发放自主填报账号的户数不能多于应登记户数。");
        }
      }
      case BlockLongFormsProcess.ENUMERATE_LONG_FORMS -> {
        int drawn =
            longForms.drawn(
                FieldInstance.census(task.getExecution()),
                FieldInstance.block(task.getExecution()));
        int registered = number(task, "longFormRegistered");
        if (registered > drawn) {
          throw new TaskRefused("CF-E857 已登记的长表户数不能多于抽中户数。");
        }
        if (registered < drawn && blank(task, "longFormNote")) {
          throw new TaskRefused("CF-E858 长表没有登记齐的，请说明原因。");
        }
      }
      default -> checkAcceptance(task);
    }
  }

  private void checkAcceptance(DelegateTask task) {
    String decision = String.valueOf(task.getVariable("decision"));
    if ("return".equals(decision)) {
      if (RegistrationAcceptanceProcess.REVIEW_ACCEPTANCE.equals(task.getTaskDefinitionKey())) {
        namedBlocks.check(task);
      }
      return;
    }
    if (BlockShortFormsProcess.ACCEPT_BLOCK.equals(task.getTaskDefinitionKey())) {
      int open =
          cases.open(
              FieldInstance.census(task.getExecution()), FieldInstance.block(task.getExecution()));
      if (open > 0) {
        throw new TaskRefused("CF-E871 边界变更后本小区又有 " + open + " 户没有登记或结案：请写明情况退回登记。");
      }
    }
    FieldGate gate =
        BlockShortFormsProcess.ACCEPT_BLOCK.equals(task.getTaskDefinitionKey())
            ? blockGate
            : acceptanceGate;
    if ("approve".equals(decision) && !gate.holds(task.getExecution())) {
      throw new TaskRefused("CF-E859 有指标未达标：请选择“说明理由后通过”并写明理由，或者退回整改。");
    }
  }

  private static int number(DelegateTask task, String name) {
    return task.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  private static boolean blank(DelegateTask task, String name) {
    return !(task.getVariable(name) instanceof String text) || text.isBlank();
  }
}
