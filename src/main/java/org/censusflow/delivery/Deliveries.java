package org.censusflow.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in departments' files, whichever way they come, and gives their rows to the comparison. */
@Component
public class Deliveries {

  private static final int FETCH_SIZE = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final RequestLedger requests;
  private final DeliveryIntake intake;
  private final ApplicationEventPublisher events;

  Deliveries(
      JdbcClient jdbc,
      JdbcTemplate template,
      RequestLedger requests,
      DeliveryIntake intake,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(FETCH_SIZE);
    this.requests = requests;
    this.intake = intake;
    this.events = events;
  }

  /**
   * Stores a delivery. Rows that can be read are kept, the others are listed with their reason. The
   * same file for the same request again changes nothing and returns the same receipt.
   *
   * @param sender the account that hands the file over
   * @throws DeliveryRefused when the request is closed or the file cannot be read at all
   */
  @Transactional
  public Receipt deliver(String requestId, Manifest manifest, InputStream csv, String sender)
      throws IOException {
    RecordRequest request = requests.require(requestId);
    if (!request.status().open()) {
      throw new DeliveryRefused("该请求已办结，不再接收交付。如需补交，请与区普查办联系。");
    }
    DeliveryIntake.Stored stored = intake.store(request, manifest, csv, sender);
    if (stored.isNew()) {
      requests.received(requestId);
      events.publishEvent(new DeliveryReceived(requestId, stored.deliveryId()));
    }
    return receipt(stored.deliveryId());
  }

  /** The delivery of a request that came last, if any did. */
  public Optional<Receipt> latest(String requestId) {
    return jdbc.sql("select id from delivery where request_id = ? order by id desc limit 1")
        .param(requestId)
        .query(Long.class)
        .optional()
        .map(this::receipt);
  }

  public Receipt receipt(long deliveryId) {
    List<Receipt.Reject> rejects =
        jdbc.sql(
                "select line, reason from delivery_reject where delivery_id = ? order by line limit ?")
            .params(deliveryId, Receipt.SHOWN_REJECTS)
            .query(Receipt.Reject.class)
            .list();
    return jdbc.sql("select * from delivery where id = ?")
        .param(deliveryId)
        .query(
            (row, n) ->
                new Receipt(
                    row.getLong("id"),
                    row.getString("request_id"),
                    row.getString("status"),
                    row.getInt("declared_count"),
                    row.getInt("row_count"),
                    row.getInt("accepted_count"),
                    row.getInt("rejected_count"),
                    row.getString("sha256"),
                    row.getDate("as_of").toLocalDate(),
                    row.getString("sender"),
                    row.getTimestamp("received_at").toInstant(),
                    rejects))
        .single();
  }

  /**
   * Holds the latest delivery of a request against its manifest and the district's limits.
   *
   * @param mostRejected the largest share of rejected rows that is taken, between 0 and 1
   * @param fewestRows fewer rows than this make a delivery short
   * @return what is wrong, in Chinese for the department; empty when the delivery is good
   */
  public Optional<String> shortcoming(String requestId, double mostRejected, int fewestRows) {
    Optional<Receipt> delivered = latest(requestId);
    if (delivered.isEmpty() || "RETURNED".equals(delivered.get().status())) {
      return Optional.of("尚未收到文件，请上传后再提交。");
    }
    Receipt receipt = delivered.get();
    if (receipt.rows() == 0) {
      return Optional.of("文件中没有记录。");
    }
    if (receipt.rows() != receipt.declared()) {
      return Optional.of("申报 " + receipt.declared() + " 条，文件中有 " + receipt.rows() + " 条，请核对后重新交付。");
    }
    if (receipt.rows() < fewestRows) {
      return Optional.of("只有 " + receipt.rows() + " 条，少于应有的 " + fewestRows + " 条，请核对是否完整。");
    }
    if (receipt.rejected() > mostRejected * receipt.rows()) {
      return Optional.of(
          "有 " + receipt.rejected() + " 条无法读取（共 " + receipt.rows() + " 条），请按拒收清单改正后重新交付。");
    }
    return Optional.empty();
  }

  /** Takes the latest delivery of a request as good and closes the request. */
  @Transactional
  public void accept(String requestId) {
    mark(requestId, "ACCEPTED", null);
    requests.accepted(requestId);
  }

  /** Sends the latest delivery of a request back. */
  @Transactional
  public void returnLatest(String requestId, String reason) {
    mark(requestId, "RETURNED", reason);
    requests.returned(requestId, reason);
  }

  private void mark(String requestId, String status, String reason) {
    jdbc.sql(
            """
            update delivery set status = ?, reason = ?
             where id = (select max(id) from delivery where request_id = ?)
            """)
        .params(status, reason, requestId)
        .update();
  }

  /** Streams the rows of the accepted delivery of one kind of record, in the order of the file. */
  @Transactional(readOnly = true)
  public void forEachAccepted(String censusId, String supply, Consumer<RegisterRow> reader) {
    streaming.query(
        """
        select r.* from register_row r
          join delivery d on d.id = r.delivery_id
          join record_request q on q.id = d.request_id
         where q.census_id = ? and q.supply = ? and d.status = 'ACCEPTED'
         order by r.delivery_id, r.line
        """,
        (RowCallbackHandler) row -> reader.accept(read(row)),
        censusId,
        supply);
  }

  /** The register rows with the given keys, read delivery by delivery. */
  public Map<RegisterRow.Key, RegisterRow> rows(List<RegisterRow.Key> keys) {
    Map<Long, List<Integer>> lines =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    RegisterRow.Key::deliveryId,
                    Collectors.mapping(RegisterRow.Key::line, Collectors.toList())));
    Map<RegisterRow.Key, RegisterRow> rows = new HashMap<>();
    lines.forEach(
        (delivery, own) ->
            jdbc.sql(
                    "select * from register_row where delivery_id = :delivery and line in (:lines)")
                .param("delivery", delivery)
                .param("lines", own)
                .query((row, n) -> read(row))
                .list()
                .forEach(row -> rows.put(row.key(), row)));
    return rows;
  }

  /** What staff call a kind of record. */
  public String supplyLabel(String supply) {
    return RecordLayout.ofSupply(supply).label();
  }

  private static RegisterRow read(ResultSet row) throws SQLException {
    Date birth = row.getDate("birth_date");
    Date event = row.getDate("event_date");
    return new RegisterRow(
        row.getLong("delivery_id"),
        row.getInt("line"),
        row.getString("record_id"),
        row.getString("name"),
        row.getString("id_number"),
        row.getString("sex"),
        birth == null ? null : birth.toLocalDate(),
        row.getString("ethnicity"),
        row.getString("address"),
        event == null ? null : event.toLocalDate(),
        row.getString("household_no"),
        row.getString("related_name"),
        row.getString("related_id"),
        row.getString("organisation"),
        row.getString("organisation_address"),
        row.getString("status"),
        (Boolean) row.getObject("boarding"));
  }
}
