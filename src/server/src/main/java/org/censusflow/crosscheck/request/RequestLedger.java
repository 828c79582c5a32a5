package org.censusflow.crosscheck.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Code;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.district.Supply;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests that the census office has sent to departments, and what became of each. */
@Component
public class RequestLedger {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  public RequestLedger(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sends a request once; sending it again changes nothing. */
  @Transactional
  public void send(RecordRequest request) {
    if (find(request.id()).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into record_request (id, census_id, district, unit, supply, title, fields, legal_basis,
                channel, as_of, status, sent_at, due_at)
            values (:id, :censusId, :district, :unit, :supply, :title, :fields, :legalBasis, :channel, :asOf, 'SENT',
                :now, :dueAt)
            """)
        .paramSource(Params.of(request).and("now", clock.instant()))
        .update();
    events.publishEvent(new RequestSent(request.id()));
  }

  public Optional<RecordRequest> find(String id) {
    return jdbc.sql("select * from record_request where id = ?")
        .param(id)
        .query(RequestLedger::read)
        .optional();
  }

  /**
   * @throws IllegalArgumentException when there is no such request
   */
  public RecordRequest require(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("No record request with the id " + id));
  }

  /** Reads a request and keeps others from changing it until the transaction ends. */
  public RecordRequest lock(String id) {
    return jdbc.sql("select * from record_request where id = ? for update")
        .param(id)
        .query(RequestLedger::read)
        .single();
  }

  public List<RecordRequest> ofCensus(String censusId) {
    return jdbc.sql("select * from record_request where census_id = ? order by id")
        .param(censusId)
        .query(RequestLedger::read)
        .list();
  }

  public List<RecordRequest> ofDistrict(String district) {
    return jdbc.sql("select * from record_request where district = ? order by id")
        .param(district)
        .query(RequestLedger::read)
        .list();
  }

  public List<RecordRequest> ofUnit(String censusId, String unit) {
    return jdbc.sql("select * from record_request where census_id = ? and unit = ? order by id")
        .params(censusId, unit)
        .query(RequestLedger::read)
        .list();
  }

  @Transactional
  public void reminded(String id) {
    jdbc.sql("update record_request set reminders = reminders + 1 where id = ?").param(id).update();
  }

  @Transactional
  public void extend(String id, Instant dueAt, String reason) {
    jdbc.sql("update record_request set due_at = ?, reason = ? where id = ?")
        .params(Moments.at(dueAt), reason, id)
        .update();
  }

  /** The office gives up waiting; the comparison goes without this register and says so. */
  @Transactional
  public void missing(String id, String reason) {
    close(id, RecordRequest.Status.MISSING, reason);
  }

  @Transactional
  public void received(String id) {
    jdbc.sql("update record_request set status = 'RECEIVED' where id = ?").param(id).update();
  }

  @Transactional
  public void returned(String id, String reason) {
    jdbc.sql(
            "update record_request set status = 'RETURNED', returns = returns + 1, reason = ? where id = ?")
        .params(reason, id)
        .update();
  }

  @Transactional
  public void accepted(String id) {
    close(id, RecordRequest.Status.ACCEPTED, null);
  }

  private void close(String id, RecordRequest.Status status, String reason) {
    jdbc.sql("update record_request set status = ?, reason = ?, closed_at = ? where id = ?")
        .params(status.name(), reason, Moments.now(clock), id)
        .update();
  }

  private static RecordRequest read(ResultSet row, int n) throws SQLException {
    return new RecordRequest(
        row.getString("id"),
        row.getString("census_id"),
        row.getString("district"),
        row.getString("unit"),
        row.getString("supply"),
        row.getString("title"),
        row.getString("fields"),
        row.getString("legal_basis"),
        Code.of(Supply.Channel.class, row.getString("channel")),
        row.getDate("as_of").toLocalDate(),
        RecordRequest.Status.valueOf(row.getString("status")),
        row.getTimestamp("sent_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getInt("reminders"),
        row.getInt("returns"),
        row.getString("reason"));
  }
}
