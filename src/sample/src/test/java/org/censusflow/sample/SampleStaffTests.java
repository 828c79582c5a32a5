package org.censusflow.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.districtfile.DistrictFolder;
import org.junit.jupiter.api.Test;

class SampleStaffTests {

  private final Districts districts = DistrictFolder.load(Districts.DEFAULT_LOCATION);

  private static List<SampleStaff.Account> accounts(District district) {
    return SampleStaff.all().stream()
        .filter(staff -> staff.district().equals(district.id()))
        .flatMap(staff -> staff.accounts().stream())
        .toList();
  }

  @Test
  void everyDistrictHasStaffInEveryGroupAndInNoOther() {
    for (District district : districts.all()) {
      assertThat(
              accounts(district).stream().flatMap(account -> account.groups().stream()).distinct())
          .containsExactlyInAnyOrderElementsOf(district.groups().stream().map(Group::key).toList());
    }
  }

  @Test
  void everyAccountIsOnesOwn() {
    assertThat(SampleStaff.all().stream().flatMap(staff -> staff.accounts().stream()))
        .extracting(SampleStaff.Account::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void aMakerAndACheckerCanDifferInEverySubdistrict() {
    for (District district : districts.all()) {
      for (Subdistrict part : district.subdistricts()) {
        for (String team : List.of("-supervisors", "-enumerators")) {
          assertThat(accounts(district))
              .filteredOn(account -> account.groups().contains(part.key() + team))
              .hasSizeGreaterThanOrEqualTo(2);
        }
      }
    }
  }
}
