package org.censusflow.preparation.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.preparation.Staff;
import org.censusflow.preparation.Staff.Team;
import org.springframework.stereotype.Component;

/** People are counted once, by source, and only those of the subdistrict get its certificates. */
@Component
class StaffingRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          StaffingProcess.NOMINATE_STAFF,
          StaffingProcess.ISSUE_CERTIFICATES,
          StaffingProcess.WITHDRAW_STAFF);

  private final Districts districts;
  private final Staff staff;
  private final Accounts accounts;

  StaffingRule(Districts districts, Staff staff, Accounts accounts) {
    this.districts = districts;
    this.staff = staff;
    this.accounts = accounts;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case StaffingProcess.NOMINATE_STAFF -> checkSources(task);
      case StaffingProcess.WITHDRAW_STAFF -> checkWithdrawal(task);
      default -> checkCertificates(task);
    }
  }

  private static void checkSources(DelegateTask task) {
    int bySource = 0;
    for (StaffSource source : StaffSource.values()) {
      bySource += FormValues.number(task, source.field());
    }
    int selected =
        FormValues.number(task, "enumeratorsSelected")
            + FormValues.number(task, "supervisorsSelected");
    if (bySource != selected) {
      throw new TaskRefused(
          "CF-E543 各来源合计 %d 人，与选调的普查员和指导员合计 %d 人不符。".formatted(bySource, selected));
    }
  }

  private void checkWithdrawal(DelegateTask task) {
    District district = districts.require(task.getTenantId());
    String subdistrict = FormValues.text(task, "subdistrict");
    Team certified = staff.certifiedIn(district.census().id(), subdistrict);
    int enumerators = FormValues.number(task, "withdrawnEnumerators");
    int supervisors = FormValues.number(task, "withdrawnSupervisors");
    if (enumerators + supervisors == 0
        || enumerators > certified.enumerators()
        || supervisors > certified.supervisors()) {
      throw new TaskRefused(
          "CF-E544 本街道持证普查员 %d 人、指导员 %d 人：请填写不超过持证人数的更换人数。"
              .formatted(certified.enumerators(), certified.supervisors()));
    }
    checkAccounts(
        FormValues.chosen(task, "withdrawnAccounts"),
        accounts.of(district, subdistrict, true),
        enumerators + supervisors);
  }

  private void checkCertificates(DelegateTask task) {
    District district = districts.require(task.getTenantId());
    checkAccounts(
        FormValues.chosen(task, "certifiedAccounts"),
        accounts.of(district, FormValues.text(task, "subdistrict"), false),
        FormValues.number(task, "certifiedEnumerators")
            + FormValues.number(task, "certifiedSupervisors"));
  }

  private static void checkAccounts(List<String> chosen, List<String> offered, int people) {
    if (!offered.containsAll(chosen) || chosen.size() > people) {
      throw new TaskRefused("CF-E545 账号只能从所列选项中选择，并且不多于登记的人数。");
    }
  }
}
