package org.censusflow.crosscheck.delivery;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.censusflow.files.SeenKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of departments' registers. */
@Component
class StoredRegisters {

  private static final int FETCH_SIZE = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;

  StoredRegisters(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(FETCH_SIZE);
  }

  /**
   * Streams the rows of the accepted delivery of one kind of record, in the order of the file.
   * Where deliveries complete one another, the last comes first, and of the earlier ones only the
   * records that no later one holds.
   */
  void forEachAccepted(String censusId, String supply, Consumer<RegisterRow> reader) {
    List<Long> accepted =
        jdbc.sql(
                """
                select d.id from delivery d join record_request q on q.id = d.request_id
                 where q.census_id = ? and q.supply = ? and d.status = 'ACCEPTED'
                 order by d.received_at desc, d.id desc
                """)
            .params(censusId, supply)
            .query(Long.class)
            .list();
    SeenKeys seen = accepted.size() > 1 ? new SeenKeys() : null;
    for (long delivery : accepted) {
      streaming.query(
          "select * from register_row where delivery_id = ? order by line",
          (RowCallbackHandler)
              result -> {
                RegisterRow row = read(result);
                if (seen == null || seen.put(row.recordId(), 1) == 0) {
                  reader.accept(row);
                }
              },
          delivery);
    }
  }

  /** How many different records some deliveries hold together. */
  int records(List<Long> deliveries) {
    return jdbc.sql(
            "select count(distinct record_id) from register_row where delivery_id in (:deliveries)")
        .param("deliveries", deliveries)
        .query(Integer.class)
        .single();
  }

  Map<RegisterRow.Key, RegisterRow> rows(List<RegisterRow.Key> keys) {
    Map<Long, List<Integer>> lines =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    RegisterRow.Key::deliveryId,
                    Collectors.mapping(RegisterRow.Key::line, Collectors.toList())));
    Map<RegisterRow.Key, RegisterRow> rows = new HashMap<>();
    lines.forEach((delivery, own) -> rows(delivery, own).forEach(row -> rows.put(row.key(), row)));
    return rows;
  }

  private List<RegisterRow> rows(long delivery, List<Integer> lines) {
    return jdbc.sql("select * from register_row where delivery_id = :delivery and line in (:lines)")
        .param("delivery", delivery)
        .param("lines", lines)
        .query((row, n) -> read(row))
        .list();
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
        (Boolean) row.getObject("boarding"),
        row.getString("relation"));
  }
}
