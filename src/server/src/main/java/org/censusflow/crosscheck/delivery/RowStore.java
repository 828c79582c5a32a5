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
import org.censusflow.crosscheck.request.DepartmentMappings;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.vault.Vault;
import org.censusflow.files.BulkRows;
import org.censusflow.files.Content;
import org.censusflow.files.CsvLine;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.PersonRecord;
import org.censusflow.files.RecordLayout;
import org.censusflow.files.RecordMapping;
import org.censusflow.files.RecordReader;
import org.censusflow.files.Unreadable;
import org.springframework.dao.DataAccessResourceFailureException;
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

  private static final String INTO =
      """
      register_row (delivery_id, line, record_id, name, id_number, sex, birth_date, ethnicity, address,
          event_date, household_no, related_name, related_id, organisation, organisation_address, status, boarding,
          relation)""";

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
      RecordRequest request, Delivery delivery, FileSurvey survey, Content file, Long completes)
      throws IOException {
    Notes notes = new Notes();
    survey.note(delivery.manifest().encoding(), notes);
    Map<String, String> labels = labels(request);
    RecordMapping mapping = mappings.of(request, labels);
    Connection connection = DataSourceUtils.getConnection(database);
    try (FileTable table = FileTable.open(file, survey, mapping, notes);
        BulkRows rows = BulkRows.into(connection, INTO)) {
      RecordReader reader =
          new RecordReader(
              RecordLayout.ofSupply(request.supply()), mapping, labels, table.header(), notes);
      int[] counts = readAll(request, delivery.id(), table, reader, rows);
      return new DeliveryIntake(
          survey.sha256(),
          survey.bytes(),
          survey.encodingName(),
          survey.kind().word(),
          counts[0] + counts[1],
          counts[0],
          counts[1],
          CsvLine.of(table.header()),
          notes.all(),
          completes);
    } catch (SQLException e) {
      // Without its cause: the server quotes the row that it stumbled over.
      throw new DataAccessResourceFailureException("CF-E615 Register rows could not be written");
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
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
      RecordRequest request, long delivery, FileTable table, RecordReader reader, BulkRows rows)
      throws IOException, SQLException {
    List<Object[]> rejects = new ArrayList<>();
    int accepted = 0;
    int rejected = 0;
    while (table.next()) {
      int number = accepted + rejected + 1;
      PersonRecord record = reader.read(table);
      if (record == null) {
        if (++rejected > MOST_REJECTS) {
          throw new Unreadable("超过 " + MOST_REJECTS + " 条无法读取，请核对文件是否为“" + request.title() + "”。");
        }
        rejects.add(reject(delivery, number, table, reader.faults()));
      } else {
        accepted++;
        rows.add(
            delivery,
            number,
            record.recordId(),
            record.name(),
            record.idNumber(),
            record.sex(),
            record.birthDate(),
            record.ethnicity(),
            record.address(),
            record.eventDate(),
            record.householdNo(),
            record.relatedName(),
            record.relatedId(),
            record.organisation(),
            record.organisationAddress(),
            record.status(),
            record.boarding(),
            record.relation());
      }
      if (number % CHUNK == 0) {
        flush(rows, rejects);
      }
    }
    flush(rows, rejects);
    return new int[] {accepted, rejected};
  }

  private void flush(BulkRows rows, List<Object[]> rejects) throws SQLException {
    rows.flush();
    template.batchUpdate(INSERT_REJECT, rejects);
    rejects.clear();
  }

  private Object[] reject(long delivery, int number, FileTable row, List<String> faults) {
    String reason = faults.stream().distinct().collect(Collectors.joining("；"));
    byte[] line = CsvLine.of(row.cells()).getBytes(StandardCharsets.UTF_8);
    return new Object[] {
      delivery,
      number,
      (int) row.line(),
      reason.length() > 500 ? reason.substring(0, 500) : reason,
      vault.seal(line, rejectPlace(delivery, number))
    };
  }

  /** Where a rejected row is kept, for its seal. */
  static String rejectPlace(long delivery, int number) {
    return "delivery " + delivery + " reject " + number;
  }
}
