package org.censusflow.postenumeration.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.governance.violation.Violations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a destruction nothing that identifies anyone is left, in any table of either database. */
class DestructionIT extends BothDatabases {

  private static final String CENSUS = "haicang-2020";
  private static final String OTHER = "xiangshan-2020";
  private static final String MARK = "祁样例甲QZ7";
  private static final String OTHER_MARK = "祁样例乙QZ8";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2023-01-10T02:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @MethodSource("databases")
  void nothingThatIdentifiesAnyoneIsLeft(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    try (AnnotationConfigApplicationContext beans = beans(jdbc)) {
      PersonalData personalData = beans.getBean(PersonalData.class);
      Destructions destructions = beans.getBean(Destructions.class);
      for (String census : List.of(CENSUS, OTHER)) {
        parents(jdbc, census);
      }
      FilledTables tables = new FilledTables(jdbc);
      tables.fill(personalData.held(), CENSUS, MARK);
      tables.fill(personalData.held(), OTHER, OTHER_MARK);
      manyHouseholds(jdbc, 14);
      assertThat(personalData.counts(CENSUS).values()).allMatch(rows -> rows > 0);
      Set<String> before = places(jdbc, OTHER_MARK);
      assertThat(places(jdbc, MARK)).isEqualTo(before).hasSizeGreaterThan(30);

      destroy(beans, destructions);

      assertThat(personalData.counts(CENSUS).values()).containsOnly(0L);
      assertThat(places(jdbc, MARK)).isEmpty();
      assertThat(places(jdbc, OTHER_MARK)).isEqualTo(before);
      assertThat(personalData.counts(OTHER).values()).allMatch(rows -> rows > 0);
      remains(jdbc, destructions);
    }
  }

  private static void destroy(AnnotationConfigApplicationContext beans, Destructions destructions) {
    Retentions retentions = beans.getBean(Retentions.class);
    retentions.open("R", CENSUS, "haicang");
    retentions.archive("R", archive(CLOCK.instant().plusSeconds(60)));
    retentions.apply("R", new Retentions.Application("无", "粉碎", 0, "a", "b"));
    assertThatThrownBy(() -> destructions.destroySome("R"))
        .isInstanceOf(IllegalStateException.class);
    TakenSteps steps = beans.getBean(TakenSteps.class);
    take(steps, "hand-over", "one", "census-office");
    take(steps, "archive", "lead", "census-leads");
    take(steps, "apply", "one", "census-office");
    take(steps, "approve", "two", "census-office");
    take(steps, "destroy", "one", "census-office");
    take(steps, "supervise", "two", "census-office");
    notAuthorised(destructions, "approve was not taken");
    take(steps, "approve", "lead", "census-leads");
    notAuthorised(destructions, "destroy was not taken after approve");
    take(steps, "destroy", "one", "census-office");
    take(steps, "supervise", "one", "census-office");
    notAuthorised(destructions, "supervise was taken by who took destroy");
    take(steps, "supervise", "two", "census-office");
    destructions.authorise("R");
    assertThatThrownBy(() -> destructions.destroySome("R"))
        .as("before the legal period is over")
        .isInstanceOf(IllegalStateException.class);
    retentions.archive("R", archive(CLOCK.instant()));
    destructions.authorise("R");
    assertThatThrownBy(() -> destructions.certify("R")).isInstanceOf(IllegalStateException.class);
    Destructions.State state = Destructions.State.MORE;
    for (int step = 0; state == Destructions.State.MORE; step++) {
      assertThat(step).isLessThan(10);
      state = destructions.destroySome("R");
    }
    assertThat(state).isEqualTo(Destructions.State.DONE);
    assertThat(destructions.certify("R")).isEqualTo(destructions.certify("R"));
  }

  private static void take(TakenSteps steps, String step, String by, String post) {
    steps.take("R", step, by, Set.of("haicang-" + post));
  }

  private static void notAuthorised(Destructions destructions, String because) {
    assertThatThrownBy(() -> destructions.authorise("R"))
        .isInstanceOf(StepsMissing.class)
        .hasMessageContaining("CF-E161")
        .hasMessageContaining(because);
    assertThatThrownBy(() -> destructions.destroySome("R"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void remains(JdbcClient jdbc, Destructions destructions) {
    Certificate certificate = destructions.certificates("haicang").get(0);
    assertThat(certificate.unchanged()).isTrue();
    assertThat(certificate.content())
        .contains("销毁：one；监销：two", "住户和地址：16384", "登记的个人：1", "部门资料记录：1");
    assertThat(
            jdbc.sql("select unit || ' ' || sender || ' ' || row_count from transfer_record")
                .query(String.class)
                .list())
        .containsExactly("health hc-health 1");
    assertThat(
            jdbc.sql("select class_code || ' ' || outcome || ' ' || amount from difference_tally")
                .query(String.class)
                .list())
        .containsExactly("D01 added 1");
  }

  private static Retentions.Archive archive(Instant destroyAfter) {
    return new Retentions.Archive(
        "样例档案馆", "收1号", LocalDate.of(2021, 1, 4), 3, "a", "b", "样例依据", null, destroyAfter);
  }

  private static AnnotationConfigApplicationContext beans(JdbcClient jdbc) {
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    beans.registerBean(JdbcClient.class, () -> jdbc);
    beans.registerBean(Clock.class, () -> CLOCK);
    beans.register(
        TakenSteps.class,
        Violations.class,
        PersonalData.class,
        LastingRecords.class,
        Destructions.class,
        Retentions.class);
    beans.refresh();
    return beans;
  }

  /** What the rows of a census hang on and what stays. */
  private static void parents(JdbcClient jdbc, String census) {
    Timestamp then = new Timestamp(0);
    jdbc.sql("insert into census (id, district, reference_time) values (?, ?, ?)")
        .params(census, census.substring(0, census.indexOf('-')), then)
        .update();
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            values (?, '350205001001001', 'songyu', '350205001001', '样例社区', '样例路')
            """)
        .param(census)
        .update();
    jdbc.sql(
            """
            insert into record_request (id, census_id, district, unit, supply, title, fields, legal_basis, channel,
                   as_of, status, sent_at, due_at)
            values (?, ?, 'haicang', 'health', 'births', '样例', '样例', '样例', 'rest', ?, 'ACCEPTED', ?, ?)
            """)
        .params(census + "-births", census, LocalDate.EPOCH, then, then)
        .update();
    jdbc.sql(
            """
            insert into comparison_run (census_id, frozen_version, compared_rows, register_rows, milliseconds,
                   finished_at)
            values (?, 1, 1, 1, 1, ?)
            """)
        .params(census, then)
        .update();
    jdbc.sql(
            """
            insert into intake_job (census_id, file_name, sha256, format, encoding, filled_in, state, total_rows,
                   started_by, started_at)
            values (?, 'f', 'h', 'csv', 'UTF-8', ?, 'DONE', 1, 'a', ?)
            """)
        .params(census, LocalDate.EPOCH, then)
        .update();
    jdbc.sql(
            """
            insert into boundary_change (census_id, version, kind, reason, made_by, made_at)
            values (?, 1, 'move', 'r', 'a', ?)
            """)
        .params(census, then)
        .update();
    jdbc.sql(
            """
            insert into building (census_id, code, subdistrict, block_code, name, address)
            values (?, '3502050010010001', 'songyu', '350205001001001', '样例楼', '样例路')
            """)
        .param(census)
        .update();
  }

  /** Doubles the households, so that one statement does not hold them all. */
  private static void manyHouseholds(JdbcClient jdbc, int doublings) {
    for (int i = 0; i < doublings - 1; i++) {
      jdbc.sql(
              """
              insert into household (census_id, block_code, household_no, address)
              select census_id, block_code, household_no + ?, address from household where census_id = ?
              """)
          .params(1 << i, CENSUS)
          .update();
    }
    // A block has no more than 9,999 numbers.
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            select census_id, '350205001001002', subdistrict, community_code, community_name, address_prefix
              from block where census_id = ?
            """)
        .param(CENSUS)
        .update();
    jdbc.sql(
            """
            insert into household (census_id, block_code, household_no, address)
            select census_id, '350205001001002', household_no, address from household where census_id = ?
            """)
        .param(CENSUS)
        .update();
  }

  /** Where the mark stands, as {@code table.column}; every text and every binary is searched. */
  private static Set<String> places(JdbcClient jdbc, String mark) {
    Set<String> places = new TreeSet<>();
    jdbc.sql(
            """
            select table_name as t, column_name as c from information_schema.columns
             where lower(table_schema) = 'public'
               and lower(data_type) in ('character varying', 'character', 'text', 'character large object',
                   'binary large object', 'binary varying', 'bytea')
            """)
        .query((row, n) -> List.of(row.getString("t"), row.getString("c")))
        .list()
        .forEach(
            column -> {
              boolean found =
                  jdbc
                      .sql(
                          "select distinct \"%s\" from \"%s\""
                              .formatted(column.get(1), column.get(0)))
                      .query((row, n) -> text(row.getObject(1)))
                      .list()
                      .stream()
                      .anyMatch(text -> text.contains(mark));
              if (found) {
                places.add((column.get(0) + "." + column.get(1)).toLowerCase());
              }
            });
    return places;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }
}
