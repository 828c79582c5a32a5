package org.censusflow.crosscheck.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.censusflow.crosscheck.delivery.Manifest.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deliveries: what each one said it would be, and what became of it. */
@Component
public class DeliveryLedger {

  private final JdbcClient jdbc;
  private final Clock clock;

  DeliveryLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Opens a delivery.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the request has one with this client
   *     key already
   */
  long open(String requestId, Manifest manifest, String sender) {
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            """
            insert into delivery (request_id, status, client_key, mode, declared_encoding, declared_count,
                declared_sha256, as_of, sender, opened_at, received_at, row_count, accepted_count, rejected_count)
            values (?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
            """)
        .params(
            requestId,
            manifest.clientKey(),
            manifest.mode().name(),
            manifest.encoding(),
            manifest.count(),
            manifest.sha256(),
            manifest.asOf(),
            sender,
            now,
            now)
        .update();
    return ofClientKey(requestId, manifest.clientKey()).orElseThrow().id();
  }

  Optional<Delivery> ofClientKey(String requestId, String clientKey) {
    return one("request_id = ? and client_key = ?", requestId, clientKey);
  }

  Optional<Delivery> find(long id) {
    return one("id = ?", id);
  }

  Delivery require(long id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No delivery " + id));
  }

  /** Reads a delivery and keeps others from changing it until the transaction ends. */
  Delivery lock(long id) {
    return one("id = ? for update", id)
        .orElseThrow(() -> new IllegalArgumentException("No delivery " + id));
  }

  /** A part has come for an open delivery. */
  void continued(long id) {
    jdbc.sql("update delivery set received_at = ? where id = ? and status = 'OPEN'")
        .params(Moments.now(clock), id)
        .update();
  }

  /** Open deliveries to which nothing was added since then. */
  List<Delivery> openSince(Instant then) {
    return jdbc.sql("select * from delivery where status = 'OPEN' and received_at < ? order by id")
        .param(Moments.at(then))
        .query(DeliveryLedger::read)
        .list();
  }

  /** What came last for a request and was closed. */
  public Optional<Delivery> latest(String requestId) {
    return one(
        """
        request_id = ? and status not in ('OPEN', 'DUPLICATE', 'DISCARDED', 'ABANDONED')
         order by received_at desc, id desc limit 1
        """,
        requestId);
  }

  /** What came last for a request, could be read, and still counts. */
  public Optional<Delivery> latestReadable(String requestId) {
    return one(
        """
        request_id = ? and status in ('RECEIVED', 'RETURNED', 'ACCEPTED')
         order by received_at desc, id desc limit 1
        """,
        requestId);
  }

  public List<Delivery> ofRequest(String requestId) {
    return jdbc.sql("select * from delivery where request_id = ? order by id")
        .param(requestId)
        .query(DeliveryLedger::read)
        .list();
  }

  private Optional<Delivery> one(String condition, Object... parameters) {
    return jdbc.sql("select * from delivery where " + condition)
        .params(parameters)
        .query(DeliveryLedger::read)
        .optional();
  }

  /** Notes what closing told about the file. */
  void close(long id, DeliveryState state, Closing closing, DeliveryIntake intake, boolean late) {
    jdbc.sql(
            """
            update delivery set status = ?, declared_count = ?, sha256 = ?, bytes = ?, encoding = ?, format = ?,
                row_count = ?, accepted_count = ?, rejected_count = ?, header = ?, notes = ?, late = ?,
                completes_id = ?, received_at = ?, reason = null
             where id = ?
            """)
        .params(
            state.name(),
            closing.count(),
            intake.sha256(),
            intake.bytes(),
            intake.encoding(),
            intake.format(),
            intake.rows(),
            intake.accepted(),
            intake.rejected(),
            shortened(intake.header(), 4_000),
            shortened(String.join("\n", intake.notes()), 2_000),
            late,
            intake.completes(),
            Moments.now(clock),
            id)
        .update();
  }

  private static String shortened(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  void repeats(long id, long earlier, String sha256) {
    jdbc.sql(
            "update delivery set status = 'DUPLICATE', same_as_id = ?, sha256 = ?, received_at = ? where id = ?")
        .params(earlier, sha256, Moments.now(clock), id)
        .update();
  }

  void mark(long id, DeliveryState state, String reason) {
    jdbc.sql("update delivery set status = ?, reason = ? where id = ?")
        .params(state.name(), reason, id)
        .update();
  }

  /** Deliveries of a request in one state go to another, but for one. */
  void move(String requestId, DeliveryState from, DeliveryState to, long except) {
    jdbc.sql("update delivery set status = ? where request_id = ? and status = ? and id <> ?")
        .params(to.name(), requestId, from.name(), except)
        .update();
  }

  Instant now() {
    return clock.instant();
  }

  private static Delivery read(ResultSet row, int n) throws SQLException {
    Manifest manifest =
        new Manifest(
            row.getString("client_key"),
            row.getDate("as_of").toLocalDate(),
            Mode.valueOf(row.getString("mode")),
            row.getString("declared_encoding"),
            (Integer) row.getObject("declared_count"),
            row.getString("declared_sha256"));
    Timestamp opened = row.getTimestamp("opened_at");
    return new Delivery(
        row.getLong("id"),
        row.getString("request_id"),
        DeliveryState.valueOf(row.getString("status")),
        manifest,
        row.getString("sender"),
        opened == null ? null : opened.toInstant(),
        row.getTimestamp("received_at").toInstant(),
        row.getInt("row_count"),
        row.getInt("accepted_count"),
        row.getInt("rejected_count"),
        row.getString("sha256"),
        (Long) row.getObject("bytes"),
        row.getString("encoding"),
        row.getString("format"),
        (Long) row.getObject("completes_id"),
        (Long) row.getObject("same_as_id"),
        row.getBoolean("late"),
        row.getString("reason"),
        row.getString("notes"),
        row.getString("header"));
  }
}
