package org.censusflow.registration.specialpopulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.registration.specialpopulation.MilitaryCounts.MilitaryCount;
import org.censusflow.registration.specialpopulation.PopulationFigures.Figures;
import org.censusflow.registration.specialpopulation.SpecialPopulations.Preparation;
import org.censusflow.registration.specialpopulation.SpecialPopulations.Report;
import org.censusflow.registration.specialpopulation.SpecialPopulations.Responsibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of special populations and their statements on both databases. */
class SpecialTablesIT extends BothDatabases {

  private static final String CENSUS = "haicang-2020";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-11-10T01:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @MethodSource("databases")
  void everyStatementHoldsAndTheFiguresAddUp(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    openCensus(jdbc, CENSUS);
    registered(new SpecialPopulations(jdbc, CLOCK), new PopulationFigures(jdbc));
    counted(
        new SpecialPopulations(jdbc, CLOCK),
        new MilitaryCounts(jdbc, CLOCK),
        new PopulationFigures(jdbc));
    limited(jdbc);
  }

  private static void registered(SpecialPopulations populations, PopulationFigures figures) {
    Responsibility education =
        new Responsibility(PopulationKind.BOARDING_SCHOOLS, "education", "registration", "short");
    populations.register("B", CENSUS, "haicang", education);
    populations.register("B", CENSUS, "haicang", education);
    populations.remind("B");
    populations.recordUnitSilence("B");
    assertThat(figures.of("B")).isEqualTo(new Figures(true, 0, 0, 0, 0));
    assertThat(populations.subdistricts("B")).isEmpty();
    populations.prepare(
        "B",
        new Preparation(
            2,
            30,
            Map.of("boardingStudents", 20, "boardingTeachers", 10),
            List.of("songyu", "xinyang"),
            "sealed",
            "样例"),
        "education");
    assertThat(populations.subdistricts("B")).containsExactly("songyu", "xinyang");
    populations.report("B", "songyu", new Report(5, 0, 0, 1, null), "songyu");
    populations.report("B", "songyu", new Report(20, 2, 1, 1, "样例"), "songyu");
    populations.recordSubdistrictSilence("B", "xinyang");
    Figures now = figures.of("B");
    assertThat(now).isEqualTo(new Figures(false, 1, 30, 22, 1));
    assertThat(now.shortfall()).isEqualTo(8);
    populations.measure("B", null);
    populations.decide("B", "accept", "样例", "office");
    populations.close("B", "有街道逾期未报");
    assertThat(figures.standings(CENSUS))
        .singleElement()
        .satisfies(standing -> assertThat(standing.registered()).isEqualTo(22))
        .satisfies(standing -> assertThat(standing.status()).isEqualTo("RECONCILED"));
  }

  private static void counted(
      SpecialPopulations populations, MilitaryCounts military, PopulationFigures figures) {
    populations.register(
        "M",
        CENSUS,
        "haicang",
        new Responsibility(PopulationKind.ARMED_FORCES, null, "counts", "none"));
    MilitaryCount count = new MilitaryCount(100, 20, 90, 30, 5, "样例", null);
    military.report("M", CENSUS, count, "armed-forces");
    military.report("M", CENSUS, count, "armed-forces");
    populations.measure("M", 7);
    assertThat(military.of(CENSUS)).contains(count);
    assertThat(figures.of("M")).isEqualTo(new Figures(false, 0, 120, 120, 0));
  }

  private static void limited(JdbcClient jdbc) {
    RegistrationLimit limit = new RegistrationLimit(jdbc);
    assertThat(limit.of(CENSUS, "short")).isNull();
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            values ('haicang-2020', '350205001001001', 'songyu', '350205001001', '样例社区', '样例路')
            """)
        .update();
    jdbc.sql(
            """
            insert into household (id, census_id, block_code, household_no, address)
            values (1, 'haicang-2020', '350205001001001', 1, '样例')
            """)
        .update();
    person(jdbc, 1, "short", "REGISTERED");
    person(jdbc, 2, "foreign", "REGISTERED");
    person(jdbc, 3, "foreign", "REMOVED");
    assertThat(limit.of(CENSUS, "foreign")).isEqualTo(1);
    assertThat(limit.of(CENSUS, "none")).isNull();
  }

  private static void person(JdbcClient jdbc, int id, String form, String status) {
    jdbc.sql(
            "insert into person (id, census_id, household_id, source_key, current_version) values (?, ?, 1, ?, 1)")
        .params(id, CENSUS, String.valueOf(id))
        .update();
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, residence,
              form, made_by, made_at)
            values (?, 1, ?, '350205001001001', 1, '样例', 'here', ?, 'test', now())
            """)
        .params(id, status, form)
        .update();
  }
}
