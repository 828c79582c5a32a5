package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockListingProcess.*;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;
import static org.censusflow.base.process.registration.RegistrationProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.boundary.BoundaryChanges;
import org.censusflow.registration.field.Counts;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.HouseholdVisits.Visit;
import org.censusflow.registration.field.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Boundaries change while households are being registered. Each mapped block has two buildings of
 * eleven dwellings; ten households of each have answered, one has not.
 */
class BoundaryChangeInTheFieldTests extends FieldScene {

  private static final String AREA = "350205002001";
  private static final String NEW = AREA + "003";
  private static final String EAST = AREA + "0001";
  private static final String WEST = AREA + "0002";
  private static final int DWELLINGS = 11;

  @Autowired private BoundaryChanges changes;

  @BeforeEach
  void theAreasAreMapped() {
    jdbc.sql("insert into census_area (census_id, code, subdistrict, name) values (?, ?, ?, ?)")
        .params(CENSUS, AREA, "songyu", "样例东社区")
        .update();
    jdbc.sql(
            "insert into area_acceptance (census_id, subdistrict, accepted_by, accepted_at) values (?, 'songyu', 'office', current_timestamp)")
        .param(CENSUS)
        .update();
    map(FIRST, List.of(EAST, WEST));
    map(SECOND, List.of(AREA + "0003", AREA + "0004"));
  }

  private void map(String block, List<String> buildings) {
    jdbc.sql(
            """
            insert into area_block (census_id, code, area_code, subdistrict, address, households, persons, listed, status)
            values (?, ?, ?, 'songyu', '样例路1号', 22, 44, true, 'ACTIVE')
            """)
        .params(CENSUS, block, AREA)
        .update();
    for (String building : buildings) {
      String address = "样例路" + building + "号";
      jdbc.sql(
              "insert into building (census_id, code, subdistrict, block_code, name, address) values (?, ?, 'songyu', ?, '样例楼', ?)")
          .params(CENSUS, building, block, address)
          .update();
      for (int dwelling = 1; dwelling <= DWELLINGS; dwelling++) {
        jdbc.sql("insert into dwelling values (?, ?, ?, ?, 'home', 1, 2)")
            .params(CENSUS, building, String.valueOf(100 + dwelling), block)
            .update();
        int number = buildings.indexOf(building) * (HOUSEHOLDS / 2) + dwelling;
        if (dwelling < DWELLINGS) {
          jdbc.sql("update household set address = ? where block_code = ? and household_no = ?")
              .params(address + "1单元" + (100 + dwelling) + "室", block, number)
              .update();
        }
      }
    }
  }

  @Test
  void aSplitAndAMergeInTheMiddleOfTheWorkLoseNobodyAndTheRegistrationIsCompleted() {
    String phase = open();
    list("hc-songyu-enumerator-1", FIRST, 22, 5);
    changes.split(CENSUS, FIRST, List.of(WEST), "工作量过大", "hc-office-1");
    runJobs();
    assertThat(households(FIRST)).isEqualTo(10);
    assertThat(households(NEW)).isEqualTo(10);
    assertThat(openTasks(NEW)).containsExactly(LIST_HOUSEHOLDS);
    assertThat(cases.open(CENSUS, FIRST)).isEqualTo(1);
    assertThat(cases.open(CENSUS, NEW)).isEqualTo(1);
    exact();

    changes.merge(CENSUS, FIRST, List.of(SECOND), "户数过少", "hc-office-1");
    runJobs();
    assertThat(openTasks(SECOND)).isEmpty();
    assertThat(end(SECOND)).isEqualTo("EndEvent_BlockMerged");
    assertThat(households(FIRST)).isEqualTo(30);
    assertThat(numbers(FIRST))
        .doesNotHaveDuplicates()
        .doesNotContain(11, 20)
        .contains(1, 10, 22, 41);
    assertThat(cases.open(CENSUS, FIRST)).as("one of its own, two of the other").isEqualTo(3);
    exact();

    settle("songyu", FIRST);
    list("hc-songyu-enumerator-1", NEW, 11, 0);
    settle("songyu", NEW);
    acceptAll();
    complete("hc-office-1", COMPLETE_SHORT_FORMS, CENSUS, shortFormsConfirmed());
    now("2020-11-16T01:00:00Z");
    runJobs();
    longForms("songyu", FIRST, 3);
    longForms("songyu", NEW, 1);
    longForms("songyu", THIRD);
    longForms("dongfu", FOURTH);
    complete(
        "hc-office-1",
        COMPLETE_LONG_FORMS,
        CENSUS,
        Map.of("longFormSampled", 8, "longFormRegistered", 8));
    reconcileSpecialPopulations(phase);
    assertThat(ended(phase)).isTrue();

    var figures = progress.figures(CENSUS, Level.DISTRICT, "haicang");
    assertThat(figures.blocks()).isEqualTo(4).isEqualTo(figures.registered());
    assertThat(figures.households()).isEqualTo(80);
    assertThat(figures.here()).isEqualTo(80);
    assertThat(figures.absent()).isEqualTo(80);
    assertThat(figures.listed()).isEqualTo(84).isEqualTo(figures.settled());
    assertThat(count("person")).isEqualTo(160);
    assertThat(
            count(
                "person p join person_version v on v.person_id = p.id and v.version = p.current_version"
                    + " join household h on h.id = p.household_id and h.block_code = v.block_code"))
        .as("everyone counts once, where the household is")
        .isEqualTo(160);
    exact();
  }

  @Test
  void whatWasAnsweredStaysAndTheMoveIsAVersionWithItsReasonAndActor() {
    open();
    changes.split(CENSUS, FIRST, List.of(WEST), "工作量过大", "hc-office-1");
    assertThat(
            jdbc.sql(
                    """
                    select v.version || ' ' || v.block_code || ' ' || v.made_by || ' ' || coalesce(v.reason, '-')
                      from person_version v join person p on p.id = v.person_id
                     where p.source_key = ? order by v.version
                    """)
                .param(FIRST + "-11-1")
                .query(String.class)
                .list())
        .containsExactly("1 " + FIRST + " sample -", "2 " + NEW + " hc-office-1 边界变更第 1 号");
    assertThat(
            jdbc.sql(
                    "select from_block || '/' || from_no || ' ' || to_block || '/' || to_no from household_move order by from_no fetch first 1 rows only")
                .query(String.class)
                .single())
        .isEqualTo(FIRST + "/11 " + NEW + "/1");
  }

  @Test
  void householdsWhoseAddressTheListingDoesNotKnowStayAndAreToldToWhoeverLooks() {
    open();
    address(FIRST, 1, "样例路旧厂房");
    address(FIRST, 20, "样例路旧厂房");
    BlocksChanged split = changes.split(CENSUS, FIRST, List.of(WEST), "工作量过大", "hc-office-1");
    assertThat(split.unplaced()).isEqualTo(2);
    assertThat(households(FIRST)).isEqualTo(11);
    assertThat(unplaced(Level.BLOCK, FIRST)).isEqualTo(2);
    assertThat(unplaced(Level.BLOCK, NEW)).isZero();
    assertThat(unplaced(Level.DISTRICT, "haicang")).isEqualTo(2);
    assertThat(progress.figures(CENSUS, Level.BLOCK, FIRST).text())
        .contains("2 户的地址不在住房单元清单中，仍留在原小区");
    assertThat(progress.figures(CENSUS, Level.BLOCK, SECOND).text()).doesNotContain("清单");

    changes.merge(CENSUS, FIRST, List.of(NEW), "恢复原界", "hc-office-1");
    assertThat(unplaced(Level.BLOCK, FIRST)).as("a merge asks for no address").isEqualTo(2);
    address(FIRST, 1, "样例路" + EAST + "号1单元101室");
    changes.split(CENSUS, FIRST, List.of(WEST), "工作量过大", "hc-office-1");
    assertThat(unplaced(Level.BLOCK, FIRST)).as("one address has been found").isEqualTo(1);
    exact();
  }

  private void address(String block, int number, String address) {
    jdbc.sql("update household set address = ? where block_code = ? and household_no = ?")
        .params(address, block, number)
        .update();
  }

  private int unplaced(Level level, String code) {
    return progress.figures(CENSUS, level, code).unplaced();
  }

  @Test
  void buildingsThatMoveIntoAnAcceptedBlockOpenItAgainAndTheAreaWaits() {
    open();
    shortForms("songyu", SECOND);
    list("hc-songyu-enumerator-1", FIRST, 22, 5);
    settle("songyu", FIRST);
    assertThat(openTasks(CENSUS + "/AREA/" + AREA)).containsExactly(SUBMIT_ACCEPTANCE);
    changes.move(CENSUS, List.of(WEST), SECOND, "楼栋属另一社区", "hc-office-1");
    runJobs();
    assertThat(openTasks(CENSUS + "/AREA/" + AREA)).isEmpty();
    assertThat(openTasks(SECOND)).containsExactly(LIST_HOUSEHOLDS);
    assertThat(households(SECOND)).isEqualTo(30);
    exact();
    list("hc-songyu-enumerator-1", SECOND, 31, 0);
    settle("songyu", SECOND);
    assertThat(openTasks(CENSUS + "/AREA/" + AREA)).containsExactly(SUBMIT_ACCEPTANCE);
    exact();
  }

  @Test
  void householdsThatComeIntoABlockUnderAcceptanceAreRegisteredBeforeIt() {
    open();
    list("hc-songyu-enumerator-1", FIRST, 22, 5);
    list("hc-songyu-enumerator-1", SECOND);
    complete("hc-songyu-enumerator-1", ENUMERATE_SHORT_FORMS, SECOND, Map.of());
    recheck("hc-songyu-supervisor-1", SECOND, 0);
    changes.move(CENSUS, List.of(WEST), SECOND, "楼栋属另一社区", "hc-office-1");
    assertThatThrownBy(
            () ->
                complete(
                    "hc-songyu-supervisor-2", ACCEPT_BLOCK, SECOND, Map.of("decision", "approve")))
        .hasMessageContaining("CF-E871 边界变更后本小区又有 1 户");
    complete(
        "hc-songyu-supervisor-2",
        ACCEPT_BLOCK,
        SECOND,
        Map.of("decision", "return", "decisionReason", "边界变更后补登"));
    settle("songyu", SECOND);
    assertThat(openTasks(SECOND)).isEmpty();
  }

  @Test
  void afterTheDistrictIsAcceptedBoundariesStay() {
    open();
    jdbc.sql("update field_phase set short_closed_at = current_timestamp").update();
    assertThatThrownBy(() -> changes.split(CENSUS, FIRST, List.of(WEST), "工作量过大", "hc-office-1"))
        .isInstanceOf(AreaRefused.class)
        .hasMessageContaining("CF-E870");
    assertThat(count("boundary_change")).isZero();
    assertThat(households(FIRST)).isEqualTo(20);
  }

  /** Finds every open household empty, and takes the block to its acceptance. */
  private void settle(String part, String block) {
    String enumerator = "hc-" + part + "-enumerator-1";
    FieldTask task = inField(enumerator, ENUMERATE_SHORT_FORMS, block);
    jdbc.sql(
            "select household_no from household_case where block_code = ? and status = 'OPEN' order by 1")
        .param(block)
        .query(Integer.class)
        .list()
        .forEach(
            number ->
                visits.visited(
                    task, number, new Visit("empty", "property", null, null), enumerator));
    complete(enumerator, ENUMERATE_SHORT_FORMS, block, Map.of());
    recheck("hc-" + part + "-supervisor-1", block, 0);
    complete("hc-" + part + "-supervisor-2", ACCEPT_BLOCK, block, Map.of("decision", "approve"));
  }

  private void acceptAll() {
    shortForms("songyu", THIRD);
    shortForms("dongfu", FOURTH);
    accept("AREA/" + AREA, "hc-songyu-supervisor-1", "hc-songyu-office");
    accept("AREA/350205002002", "hc-songyu-supervisor-1", "hc-songyu-office");
    accept("SUBDISTRICT/songyu", "hc-songyu-office", "hc-office-1");
    accept("AREA/350205004001", "hc-dongfu-supervisor-1", "hc-dongfu-office");
    accept("SUBDISTRICT/dongfu", "hc-dongfu-office", "hc-office-1");
    accept("DISTRICT/haicang", "hc-office-2", "hc-lead");
  }

  private void exact() {
    assertThat(Counts.kept(counts, CENSUS)).isEqualTo(Counts.recounted(counts, CENSUS));
  }

  private int households(String block) {
    return count("household where block_code = '" + block + "'");
  }

  private List<Integer> numbers(String block) {
    return jdbc.sql("select household_no from household where block_code = ?")
        .param(block)
        .query(Integer.class)
        .list();
  }

  private int count(String from) {
    return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
  }
}
