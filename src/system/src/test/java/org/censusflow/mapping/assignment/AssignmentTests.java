package org.censusflow.mapping.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaWorld;
import org.censusflow.mapping.area.Certificates;
import org.censusflow.mapping.assignment.StaffBalance.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignmentTests {

  private static final LocalDate DAY = LocalDate.of(2020, 11, 5);
  private static final String CENSUS = AreaWorld.CENSUS;
  private static final String BLOCK = AreaWorld.code(1);

  private final AreaWorld world = AreaWorld.onH2();

  @BeforeEach
  void mapASubdistrict() {
    world.takeAll(AreaWorld.sample(80, 80, 80, 80));
    world.certify("e1", "e2");
  }

  @Test
  void nobodyIsAssignedWithoutAValidCertificate() {
    refused(() -> assign(BLOCK, "e3"), "CF-E810");
    refused(() -> assign(BLOCK, "stranger"), "CF-E811");
    assign(BLOCK, "e1");
    assertThat(working()).isEqualTo("e1");
    Certificates.withdraw(world.jdbc, "e1");
    assertThat(working()).as("a certificate that was withdrawn counts no more").isNull();
    assertThat(world.balance.balance(CENSUS, "songyu").blocksWithoutEnumerator()).isEqualTo(4);
  }

  @Test
  void aBlockHasOneRegularEnumeratorAndARepeatIsAReplacement() {
    assign(BLOCK, "e1");
    refused(() -> assign(BLOCK, "e2"), "CF-E812");
    replace(id(), "e2", "生病");
    assertThat(working()).isEqualTo("e2");
    assertThat(world.assignments.blocksOf(CENSUS, "e1")).isEmpty();
    assertThat(world.events)
        .containsExactly(
            new WorkHandedOver(CENSUS, "haicang", BLOCK, StaffRole.ENUMERATOR, "e1", "e2"));
    assertThat(world.count("staff_assignment")).as("what was is kept").isEqualTo(2);
  }

  @Test
  void whatBeginsOnALaterDayIsPlannedForThatDay() {
    assign(BLOCK, "e1");
    world.assignments.replace(CENSUS, id(), "e2", DAY.plusDays(3), "调动", "office");
    assertThat(working()).isEqualTo("e1");
    assertThat(world.events)
        .containsExactly(
            new HandoverPlanned(CENSUS, "haicang", "songyu", "e1", DAY.plusDays(3), "人员更换"));
  }

  @Test
  void aCertificateHasToCountOnTheFirstDay() {
    world
        .jdbc
        .sql("update staff_certificate set valid_to = date '2020-11-06' where account = 'e1'")
        .update();
    refused(
        () ->
            world.assignments.assign(
                CENSUS, BLOCK, StaffRole.ENUMERATOR, "e1", DAY.plusDays(2), "office"),
        "CF-E810 e1 在 2020-11-07");
    assign(BLOCK, "e1");
    assertThat(working()).isEqualTo("e1");
  }

  @Test
  void whoeverStandsInGoesFirstUntilTheLastDay() {
    assign(BLOCK, "e1");
    world.assignments.cover(CENSUS, id(), "e2", DAY, DAY.plusDays(2), "请假", "office");
    assertThat(working()).isEqualTo("e2");
    assertThat(world.assigned.open(CENSUS, BLOCK, StaffRole.ENUMERATOR, DAY.plusDays(3)))
        .extracting(BlockAssignment::account)
        .containsExactly("e1");
  }

  @Test
  void datesAndReasonsAreChecked() {
    assign(BLOCK, "e1");
    refused(() -> replace(id(), "e2", ""), "CF-E804");
    refused(() -> replace(999, "e2", "生病"), "CF-E814");
    refused(
        () -> world.assignments.replace(CENSUS, id(), "e2", DAY.minusDays(1), "生病", "office"),
        "CF-E813");
    refused(
        () -> world.assignments.cover(CENSUS, id(), "e2", DAY, DAY.minusDays(1), "请假", "office"),
        "CF-E813");
    refused(
        () -> world.assignments.cover(CENSUS, id(), "e2", DAY, null, "请假", "office"), "CF-E813");
  }

  @Test
  void anAssignmentEndsAfterItsLastDayAndItsTasksWait() {
    assign(BLOCK, "e1");
    world.assignments.end(CENSUS, id(), DAY.minusDays(1), "离岗", "office");
    assertThat(working()).isNull();
    assertThat(world.events)
        .containsExactly(
            new WorkHandedOver(CENSUS, "haicang", BLOCK, StaffRole.ENUMERATOR, "e1", null),
            new HandoverPlanned(CENSUS, "haicang", "songyu", "e1", DAY, "人员离岗"));
    assign(BLOCK, "e2");
    assertThat(working()).isEqualTo("e2");
  }

  @Test
  void blocksAreDealtOutEvenlyToTheCertified() {
    assertThat(world.balance.deal(CENSUS, "songyu", StaffRole.ENUMERATOR, "office")).isEqualTo(4);
    assertThat(world.balance.balance(CENSUS, "songyu").people())
        .extracting(Person::account, Person::blocks, Person::households, Person::load)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("e1", 2, 160, 2.0),
            org.assertj.core.groups.Tuple.tuple("e2", 2, 160, 2.0));
    assertThat(world.balance.balance(CENSUS, "songyu").people())
        .as("two norms are more than one person's work")
        .noneMatch(Person::withinNorm);
    assertThat(world.balance.deal(CENSUS, "songyu", StaffRole.ENUMERATOR, "office")).isZero();
    assertThat(world.assignments.blocksOf(CENSUS, "e1"))
        .containsExactly(AreaWorld.code(1), AreaWorld.code(2));
  }

  @Test
  void aSupervisorIsMeasuredByEnumerators() {
    world.balance.deal(CENSUS, "songyu", StaffRole.ENUMERATOR, "office");
    for (int block = 1; block <= 4; block++) {
      world.assignments.assign(
          CENSUS, AreaWorld.code(block), StaffRole.SUPERVISOR, "e1", DAY, "office");
    }
    assertThat(world.balance.balance(CENSUS, "songyu").people())
        .filteredOn(person -> person.role().equals("supervisor"))
        .extracting(Person::enumerators, Person::withinNorm)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, false));
  }

  @Test
  void withoutAnybodyCertifiedNothingIsDealtOut() {
    Certificates.withdraw(world.jdbc, "e1");
    Certificates.withdraw(world.jdbc, "e2");
    refused(() -> world.balance.deal(CENSUS, "songyu", StaffRole.ENUMERATOR, "office"), "CF-E815");
  }

  private void assign(String block, String account) {
    world.assignments.assign(CENSUS, block, StaffRole.ENUMERATOR, account, DAY, "office");
  }

  private void replace(long id, String account, String reason) {
    world.assignments.replace(CENSUS, id, account, DAY, reason, "office");
  }

  private long id() {
    return world.assignments.inForce(CENSUS, "songyu").get(0).id();
  }

  private String working() {
    return world.assignments.working(CENSUS, BLOCK, StaffRole.ENUMERATOR).orElse(null);
  }

  private static void refused(ThrowingCallable action, String number) {
    assertThatThrownBy(action).isInstanceOf(AreaRefused.class).hasMessageStartingWith(number);
  }
}
