package org.censusflow.base.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.MissingYear;
import org.censusflow.base.district.UnknownInDistrict;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.districtfile.DistrictData;
import org.censusflow.base.districtfile.DistrictFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DistrictBeansTests {

  private final InstanceDistrict instanceDistrict =
      new InstanceDistrict(DistrictFolder.load(Districts.DEFAULT_LOCATION));
  private final Groups groups = new Groups(instanceDistrict);
  private final DistrictUnits units = new DistrictUnits(instanceDistrict);

  private final DelegateExecution haicang = execution("haicang");
  private final DelegateExecution xiangshan = execution("xiangshan");

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void groupsAreThoseOfTheInstancesDistrict() {
    assertThat(groups.unit(haicang, "health")).isEqualTo("haicang-health");
    assertThat(groups.ofUnit(xiangshan, "health")).isEqualTo("xiangshan-health");
    assertThat(groups.office(haicang)).isEqualTo("haicang-census-office");
    assertThat(groups.leads(haicang)).isEqualTo("haicang-census-leads");
    assertThat(groups.leadingGroup(haicang)).isEqualTo("haicang-leading-group");
  }

  @Test
  void teamsAreThoseOfTheSubdistrictInTheVariable() {
    when(haicang.getVariable("subdistrict")).thenReturn("xinyang");

    assertThat(groups.subdistrictOffice(haicang)).isEqualTo("haicang-xinyang-office");
    assertThat(groups.supervisors(haicang)).isEqualTo("haicang-xinyang-supervisors");
    assertThat(groups.enumerators(haicang)).isEqualTo("haicang-xinyang-enumerators");
  }

  @Test
  void aGroupThatDoesNotExistIsRefused() {
    when(haicang.getVariable("subdistrict")).thenReturn("nowhere");

    assertThatThrownBy(() -> groups.unit(xiangshan, "tax")).isInstanceOf(UnknownInDistrict.class);
    assertThatThrownBy(() -> groups.unit(haicang, "census-leads"))
        .isInstanceOf(UnknownInDistrict.class);
    assertThatThrownBy(() -> groups.enumerators(haicang)).isInstanceOf(UnknownInDistrict.class);
    assertThatThrownBy(() -> groups.enumerators(xiangshan))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInstanceWithoutTenantIsRefusedEvenWithTheVariable() {
    DelegateExecution stray = execution(null);
    when(stray.getVariable("district")).thenReturn("haicang");

    assertThatThrownBy(() -> groups.office(stray)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void branchesOpenWhereTheUnitSupplies() {
    assertThat(units.supplies(haicang, "tax")).isTrue();
    assertThat(units.supplies(xiangshan, "tax")).isFalse();
    assertThat(units.supplies(haicang, "civil-affairs")).isFalse();
    assertThat(units.has(haicang, "civil-affairs")).isTrue();
    assertThat(units.supplies(xiangshan, "civil-affairs")).isTrue();
    assertThat(units.compares(haicang, "health")).isTrue();
    assertThat(units.compares(haicang, "education")).isFalse();
  }

  @Test
  void dueDatesCountFromTheEnginesNow() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-09-30T02:00:00Z")));
    WorkingDays workingDays =
        new WorkingDays(
            DistrictData.load(Districts.DEFAULT_LOCATION).calendar(), MissingYear.REFUSE);
    Deadlines deadlines = new Deadlines(instanceDistrict, new DueDates(workingDays));

    assertThat(deadlines.due(haicang, "routing"))
        .isEqualTo(Date.from(Instant.parse("2020-10-09T09:30:00Z")));
  }

  private static DelegateExecution execution(String tenant) {
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getTenantId()).thenReturn(tenant);
    return execution;
  }
}
