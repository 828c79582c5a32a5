package org.censusflow.mapping.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.mapping.dispute.BoundaryDisputes.Acceptance;
import org.censusflow.mapping.dispute.BoundaryDisputes.How;
import org.censusflow.mapping.dispute.BoundaryDisputes.Raised;
import org.censusflow.mapping.dispute.BoundaryDisputes.Status;
import org.censusflow.mapping.dispute.BoundaryStatements.Role;
import org.censusflow.mapping.dispute.BoundaryStatements.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The tables of boundary disputes and their statements on both databases. */
class BoundaryTablesIT extends BothDatabases {

  private static final String CENSUS = "haicang-2020";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-07-10T01:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @MethodSource("databases")
  void everyStatementHolds(DataSource database) {
    openCensus(JdbcClient.create(database), CENSUS);
    BoundaryStatements statements = new BoundaryStatements(JdbcClient.create(database), CLOCK);
    BoundaryDisputes disputes =
        new BoundaryDisputes(
            JdbcClient.create(database),
            CLOCK,
            new AreaChange(null, new DataSourceTransactionManager(database)));
    Raised raised = new Raised("division", "样例", "样例", "样例", "songyu");
    long number = disputes.register("D", CENSUS, "haicang", raised);
    assertThat(disputes.register("D", CENSUS, "haicang", raised)).isEqualTo(number);
    disputes.register("E", CENSUS, "haicang", raised);
    disputes.refer("E", "样例");
    assertThat(disputes.open(CENSUS)).isEqualTo(1);
    disputes.accept("D", new Acceptance("songyu", "xinyang", "both", true, "样例"), "both", "样例");
    disputes.remind("D");
    statements.state("D", new Statement(Role.SIDE, "songyu", null, "样例", "样例", 3), "songyu");
    statements.recordSilence("D", Role.SIDE, "xinyang");
    statements.recordSilence("D", Role.UNIT, "civil-affairs");
    disputes.mediate("D", "样例");
    sign(statements, "songyu", true);
    sign(statements, "xinyang", false);
    assertThat(statements.bothAgree("D")).isFalse();
    sign(statements, "xinyang", true);
    assertThat(statements.bothAgree("D")).isTrue();
    DecidedBoundary boundary =
        new DecidedBoundary(number, CENSUS, "样例", "songyu", null, List.of(), "样例", "office");
    assertThat(disputes.decide("D", How.AGREEMENT, boundary).status()).isEqualTo(Status.DECIDED);
    disputes.publish("D");
    assertThat(disputes.open(CENSUS)).isZero();
    assertThat(disputes.published("haicang")).hasSize(1);
  }

  private static void sign(BoundaryStatements statements, String side, boolean agrees) {
    statements.state("D", new Statement(Role.SIGNATURE, side, agrees, null, null, null), side);
  }
}
