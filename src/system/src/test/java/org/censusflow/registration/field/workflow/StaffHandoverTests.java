package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.StaffHandoverProcess.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.mapping.assignment.Assignments;
import org.censusflow.mapping.assignment.StaffRole;
import org.censusflow.preparation.CertificatesEnd;
import org.censusflow.preparation.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The enumerator of a block changes while the block is being registered. */
class StaffHandoverTests extends FieldScene {

  private static final String ONE = "hc-dongfu-enumerator-1";
  private static final String TWO = "hc-dongfu-enumerator-2";
  private static final LocalDate TODAY = LocalDate.of(2020, 11, 1);

  @Autowired private Assignments assignments;
  @Autowired private ApplicationEventPublisher events;

  @BeforeEach
  void oneIsAtWorkInTheBlock() {
    assignments.assign(CENSUS, FOURTH, StaffRole.ENUMERATOR, ONE, TODAY, "hc-dongfu-office");
    open();
    list(ONE, FOURTH);
    claim(ONE, ENUMERATE_SHORT_FORMS, FOURTH);
  }

  @Test
  void aReplacementOfALaterDayMovesTheOpenTasksOnThatDay() {
    assignments.replace(CENSUS, id(), TWO, TODAY.plusDays(3), "调动", "hc-dongfu-office");
    runJobs();
    assertThat(enumeration().getAssignee()).isEqualTo(ONE);
    days(3);
    assertThat(enumeration().getAssignee()).isEqualTo(TWO);
    assertThat(openTasks(ONE)).isEmpty();
  }

  @Test
  void whenACoverEndsTheRegularOneGoesOn() {
    assignments.cover(CENSUS, id(), TWO, TODAY, TODAY.plusDays(1), "请假", "hc-dongfu-office");
    runJobs();
    assertThat(enumeration().getAssignee()).isEqualTo(TWO);
    days(2);
    assertThat(enumeration().getAssignee()).isEqualTo(ONE);
  }

  @Test
  void whenACertificateRunsOutTheSubdistrictNamesSomebodyElse() {
    jdbc.sql("update staff_certificate set valid_to = date '2020-11-02' where account = ?")
        .param(ONE)
        .update();
    events.publishEvent(
        new CertificatesEnd(CENSUS, "haicang", "dongfu", List.of(ONE), TODAY.plusDays(2), "证件到期"));
    runJobs();
    assertThat(enumeration().getAssignee()).isEqualTo(ONE);
    days(2);
    assertThat(enumeration().getAssignee()).as("back to the group").isNull();
    Task arrange = seen("hc-dongfu-office", ARRANGE_COVER, ONE);
    assertThat((String) tasks.getVariable(arrange.getId(), "uncoveredText"))
        .isEqualTo("- 小区 " + FOURTH + "：缺普查员");
    assertThatThrownBy(() -> arrange(ONE)).hasMessageContaining("CF-E874");
    arrange(TWO);
    assertThat(openTasks(ONE)).isEmpty();
    assertThat(assignments.working(CENSUS, FOURTH, StaffRole.ENUMERATOR)).contains(TWO);
    complete(TWO, ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
  }

  @Test
  void aCertificateThatWasRenewedInTimeChangesNothing() {
    staff.certify("dongfu", new Staff.Team(1, 0), List.of(ONE), null, "office");
    events.publishEvent(
        new CertificatesEnd(CENSUS, "haicang", "dongfu", List.of(ONE), TODAY.plusDays(2), "证件到期"));
    days(2);
    assertThat(enumeration().getAssignee()).isEqualTo(ONE);
    assertThat(openTasks(ONE)).isEmpty();
  }

  private void arrange(String account) {
    complete(
        "hc-dongfu-office",
        ARRANGE_COVER,
        ONE,
        Map.of("coverAccount", account, "coverNote", "证件到期"));
  }

  private Task enumeration() {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey(ENUMERATE_SHORT_FORMS)
        .processInstanceBusinessKey(FOURTH)
        .singleResult();
  }

  private long id() {
    return assignments.inForce(CENSUS, "dongfu").get(0).id();
  }
}
