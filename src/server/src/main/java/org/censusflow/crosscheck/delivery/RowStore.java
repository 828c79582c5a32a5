package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Supply;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Stores the rows of a file within the transaction at hand: good ones in the common layout, the
 * others with line, reason and, sealed, what they were. Holds a chunk of rows at a time.
 */
@Component
class RowStore {

  /** A file with more broken rows is not the register that was asked for. */
  static final int MOST_REJECTS = 100_000;

  /** Rows between two writes of the rejected ones, which cannot go out beside a COPY. */
  private static final int CHUNK = 50_000;

  private static final String INSERT_REJECT =
      "insert into delivery_reject (delivery_id, line, file_line, reason, content) values (?, ?, ?, ?, ?)";

  private final JdbcTemplate template;
  private final DataSource database;
  private final Districts districts;
  private final DepartmentMappings mappings;
  private final Vault vault;

  RowStore(
      JdbcTemplate template,
      DataSource database,
      Districts districts,
      DepartmentMappings mappings,
      Vault vault) {
    this.template = template;
    this.database = database;
    this.districts = districts;
    this.mappings = mappings;
    this.vault = vault;
  }

  /**
   * @throws Unreadable when the file is not what was asked for; nothing of it may be kept then
   */
  DeliveryIntake store(
      RecordRequest request, Delivery delivery, FileSurvey survey, Records records, Long completes)
      throws IOException {
    RecordLayout layout = RecordLayout.ofSupply(request.supply());
    Notes notes = new Notes();
    note(survey, delivery, notes);
    Map<String, String> labels = labels(request);
    RecordMapping mapping = mappings.of(request, labels);
    RowReader reader = new RowReader(layout, mapping, labels, records.header(), notes);
    Connection connection = DataSourceUtils.getConnection(database);
    RowSink sink = null;
    try {
      RowSink copy = CopySink.on(connection);
      sink = copy == null ? new BatchSink(template) : copy;
      int[] counts = readAll(request, delivery.id(), records, reader, sink);
      return new DeliveryIntake(
          survey.sha256(),
          survey.bytes(),
          survey.encodingName(),
          survey.format().word(),
          counts[0] + counts[1],
          counts[0],
          counts[1],
          RejectLine.of(records.header()),
          notes.all(),
          completes);
    } catch (SQLException e) {
      throw new IllegalStateException("The database connection has no COPY", e);
    } catch (IOException | RuntimeException e) {
      if (sink != null) {
        sink.cancel();
      }
      throw e;
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static void note(FileSurvey survey, Delivery delivery, Notes notes) {
    String declared = delivery.manifest().encoding();
    if (declared != null
        && survey.charset() != null
        && !survey.charset().name().equalsIgnoreCase(declared)
        && !(declared.equalsIgnoreCase("GB18030") && survey.charset().name().equals("GBK"))) {
      notes.line("申报编码 " + declared + "，文件实为 " + survey.encodingName() + "，按实际编码读取");
    }
    if (survey.faults() > 0) {
      notes.line("文件中有 " + survey.faults() + " 处字符无法识别，所在的行已拒收");
    }
  }

  private Map<String, String> labels(RecordRequest request) {
    District district = districts.require(request.district());
    return district.supplies().stream()
        .filter(supply -> supply.id().equals(request.supply()))
        .findFirst()
        .map(Supply::fields)
        .orElse(Map.of());
  }

  private int[] readAll(
      RecordRequest request, long delivery, Records records, RowReader reader, RowSink sink)
      throws IOException {
    List<Object[]> rejects = new ArrayList<>();
    int accepted = 0;
    int rejected = 0;
    while (records.next()) {
      int number = accepted + rejected + 1;
      RegisterRow row = reader.read(records, delivery, number);
      if (row == null) {
        if (++rejected > MOST_REJECTS) {
          throw new Unreadable("超过 " + MOST_REJECTS + " 条无法读取，请核对文件是否为“" + request.title() + "”。");
        }
        rejects.add(reject(delivery, number, records, reader.faults()));
      } else {
        accepted++;
        sink.add(row);
      }
      if (number % CHUNK == 0) {
        flush(sink, rejects);
      }
    }
    flush(sink, rejects);
    return new int[] {accepted, rejected};
  }

  private void flush(RowSink sink, List<Object[]> rejects) {
    sink.flush();
    template.batchUpdate(INSERT_REJECT, rejects);
    rejects.clear();
  }

  private Object[] reject(long delivery, int number, Records row, List<String> faults) {
    String reason = faults.stream().distinct().collect(Collectors.joining("；"));
    byte[] line = RejectLine.of(row).getBytes(StandardCharsets.UTF_8);
    return new Object[] {
      delivery,
      number,
      (int) row.line(),
      reason.length() > 500 ? reason.substring(0, 500) : reason,
      vault.seal(line, RejectLine.place(delivery, number))
    };
  }
}
