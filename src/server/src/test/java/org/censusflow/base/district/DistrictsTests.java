package org.censusflow.base.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import org.censusflow.base.districtfile.DistrictData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped files of both districts. */
class DistrictsTests {

  private static final DistrictData DATA = DistrictData.load(Districts.DEFAULT_LOCATION);

  private final Districts districts = DATA.districts();
  private final District haicang = districts.require("haicang");
  private final District xiangshan = districts.require("xiangshan");

  @ParameterizedTest
  @ValueSource(strings = {"haicang", "xiangshan"})
  void everyClauseOfTheNoticeHasAHome(String id) {
    District district = districts.require(id);

    List<Clause> clauses = DATA.clauses().ofNotice(district.notice());

    assertThat(district.clauses().keySet())
        .containsExactlyInAnyOrderElementsOf(clauses.stream().map(Clause::id).toList());
  }

  @Test
  void bothNoticesAreKnownWhole() {
    assertThat(DATA.clauses().ofNotice("H")).hasSize(56);
    assertThat(DATA.clauses().ofNotice("X")).hasSize(44);
  }

  @Test
  void haicangAsksTaxAndXiangshanAsksCivilAffairsForFunerals() {
    assertThat(haicang.units()).hasSize(20);
    assertThat(ids(haicang, "tax")).containsExactly("medical-insured", "taxpayers");
    assertThat(haicang.suppliesOf("civil-affairs")).isEmpty();
    assertThat(xiangshan.findUnit("tax")).isEmpty();
    assertThat(ids(xiangshan, "civil-affairs")).containsExactly("funerals");
    assertThat(xiangshan.findUnit("political-legal")).isPresent();
  }

  @Test
  void publicSecurityAndHealthCompareAndTheOthersHandOver() {
    for (District district : districts.all()) {
      assertThat(district.supplies())
          .allSatisfy(
              supply ->
                  assertThat(supply.mode() == Supply.Mode.COMPARE)
                      .as(district.id() + " " + supply.id())
                      .isEqualTo(List.of("public-security", "health").contains(supply.unit())));
    }
  }

  @Test
  void theReferenceTimeKeepsItsOffset() {
    assertThat(haicang.referenceTime()).isEqualTo(OffsetDateTime.parse("2020-11-01T00:00+08:00"));
    assertThat(haicang.referenceTime().getOffset().getTotalSeconds()).isEqualTo(8 * 3600);
  }

  @Test
  void groupsCarryTheDistrictInTheirIdAndAChineseName() {
    assertThat(haicang.group("health"))
        .isEqualTo(new Group("haicang-health", "health", "海沧区 卫健局", GroupKind.UNIT, "health"));
    assertThat(haicang.group("haicang-office").id()).isEqualTo("haicang-haicang-office");
    assertThat(haicang.groups()).hasSize(3 + 20 + 4 * 3);
    assertThat(haicang.groups()).allSatisfy(it -> assertThat(it.name()).matches(".*\\p{IsHan}.*"));
  }

  @Test
  void askingForSomethingThatADistrictLacksSaysSo() {
    assertThatThrownBy(() -> xiangshan.unit("tax"))
        .isInstanceOf(UnknownInDistrict.class)
        .hasMessage("District 'xiangshan' has no unit 'tax' in its file");
    assertThat(districts.find("nowhere")).isEmpty();
  }

  private static List<String> ids(District district, String unit) {
    return district.suppliesOf(unit).stream().map(Supply::id).toList();
  }
}
