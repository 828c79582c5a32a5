package org.censusflow.base.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entries are linked once their transactions have ended, whatever order that is. */
class AuditChainIT extends BothDatabases {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-11-20T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @MethodSource("databases")
  void whatIsInTheDatabaseIsAChainThatVerifies(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i < AuditChain.BATCH + 7; i++) {
        add(connection, "hc-lead");
      }
    }
    sealer(database).sealNow();

    AuditVerification.Result result = verify(database);
    assertThat(result.fault()).isNull();
    assertThat(result.root().count()).isEqualTo(AuditChain.BATCH + 7);
    assertThat(result.root()).isEqualTo(chain(database).root());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void rolledBackAndLateEntriesLeaveNoGap(DataSource database) throws Exception {
    AuditSealer sealer = sealer(database);
    try (Connection late = database.getConnection();
        Connection undone = database.getConnection();
        Connection other = database.getConnection()) {
      late.setAutoCommit(false);
      undone.setAutoCommit(false);
      add(late, "late");
      add(undone, "undone");
      add(other, "first");
      undone.rollback();
      sealer.sealNow();
      sealer.sealNow();
      add(other, "second");
      late.commit();
      sealer.sealNow();
    }

    assertThat(
            new JdbcTemplate(database)
                .queryForList(
                    "select e.actor from audit_link l join audit_entry e on e.id = l.entry_id order by l.number",
                    String.class))
        .containsExactly("first", "late", "second");
    assertThat(verify(database).root().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sealingTwiceLinksNothingTwice(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      add(connection, "hc-lead");
    }
    sealer(database).sealNow();
    ChainRoot root = chain(database).root();
    sealer(database).sealNow();

    assertThat(chain(database).root()).isEqualTo(root);
  }

  private static AuditChain chain(DataSource database) {
    return new AuditChain(new JdbcTemplate(database), "SM3");
  }

  private static AuditSealer sealer(DataSource database) {
    return new AuditSealer(chain(database), CLOCK);
  }

  private static AuditVerification.Result verify(DataSource database)
      throws SQLException, IOException {
    StringWriter text = new StringWriter();
    try (Connection connection = database.getConnection()) {
      AuditExport.write(connection, text);
    }
    return AuditVerification.verify(
        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  private static void add(Connection connection, String actor) throws SQLException {
    try (PreparedStatement entry =
        connection.prepareStatement(
            """
            insert into audit_entry (occurred_at, actor, district, action, object_type, object_key)
            values (timestamp with time zone '2020-11-20 12:00:00.123456+08:00', ?, 'haicang', 'recheck.view', 'person',
                    '1')
            """)) {
      entry.setString(1, actor);
      entry.executeUpdate();
    }
  }
}
