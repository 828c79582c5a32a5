package org.censusflow.outside.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages and what became of each. */
@Component
class Outbox {

  private static final int SHOWN = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(String messageId, String target, String district, String type, String body) {
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            """
            insert into webhook_message (message_id, target, district, type, body, created_at, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(messageId, target, district, type, body, now, now)
        .update();
  }

  /** The oldest messages that are due. */
  List<WebhookMessage> due(int most) {
    return jdbc.sql(
            "select * from webhook_message where next_attempt_at <= ? order by id limit " + most)
        .param(Moments.now(clock))
        .query(Outbox::read)
        .list();
  }

  /**
   * Takes a message for sending; another server that looks at the same time does not get it.
   *
   * @param until when the message is due again, should this server die while it sends
   */
  boolean claim(WebhookMessage message, Instant until) {
    return jdbc.sql(
                """
                update webhook_message set attempts = attempts + 1, next_attempt_at = ?
                where id = ? and attempts = ? and delivered_at is null
                """)
            .params(Moments.at(until), message.id(), message.attempts())
            .update()
        == 1;
  }

  void delivered(WebhookMessage message, String outcome) {
    jdbc.sql(
            "update webhook_message set next_attempt_at = null, delivered_at = ?, outcome = ?"
                + " where id = ?")
        .params(Moments.now(clock), outcome, message.id())
        .update();
  }

  /**
   * @param next null to give the message up
   */
  void failed(WebhookMessage message, String outcome, Instant next) {
    jdbc.sql("update webhook_message set next_attempt_at = ?, outcome = ? where id = ?")
        .params(Moments.at(next), outcome, message.id())
        .update();
  }

  /** A district's latest messages, the newest first. */
  List<WebhookMessage> ofDistrict(String district) {
    return jdbc.sql(
            "select * from webhook_message where district = ? order by id desc limit " + SHOWN)
        .param(district)
        .query(Outbox::read)
        .list();
  }

  private static WebhookMessage read(ResultSet row, int number) throws SQLException {
    return new WebhookMessage(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("target"),
        row.getString("type"),
        row.getString("body"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("attempts"),
        instant(row.getTimestamp("next_attempt_at")),
        instant(row.getTimestamp("delivered_at")),
        row.getString("outcome"));
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
