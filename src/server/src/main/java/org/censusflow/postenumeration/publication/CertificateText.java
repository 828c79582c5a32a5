package org.censusflow.postenumeration.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a certificate of destruction from the register, the same words every time. */
final class CertificateText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final JdbcClient jdbc;

  CertificateText(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String of(String processKey, String number) {
    return jdbc.sql("select * from retention where process_key = ?")
            .param(processKey)
            .query((row, n) -> head(row, number))
            .single()
        + rows(processKey);
  }

  private static String head(ResultSet row, String number) throws SQLException {
    return """
        普查资料销毁证明 %s
        普查：%s
        依据：%s
        移交：%s，收据 %s，%s
        可以销毁之日：%s
        申请：%s；批准：%s
        销毁：%s；监销：%s；两人确认：%s
        销毁完成：%s
        方式：%s
        销毁的记录（类别：条数）：
        """
        .formatted(
            number,
            row.getString("census_id"),
            row.getString("retention_basis"),
            row.getString("archive_name"),
            row.getString("archive_receipt"),
            row.getDate("handed_over_on"),
            minute(row.getTimestamp("destroy_after")),
            row.getString("applied_by"),
            row.getString("approved_by"),
            row.getString("destroyed_by"),
            row.getString("supervised_by"),
            minute(row.getTimestamp("authorised_at")),
            minute(row.getTimestamp("destroyed_at")),
            row.getString("destruction_method"));
  }

  private String rows(String processKey) {
    Map<String, Long> destroyed =
        jdbc
            .sql("select holding, destroyed from destruction_count where process_key = ?")
            .param(processKey)
            .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Holdings.IDENTIFYING.stream()
        .filter(it -> destroyed.containsKey(it.table()))
        .map(it -> it.label() + "：" + destroyed.get(it.table()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String minute(Timestamp moment) {
    return MINUTE.format(moment.toInstant());
  }
}
