package org.censusflow.registration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.district.Districts;
import org.censusflow.district.Subdistrict;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the registrations of a whole district from files: all of it or, on any fault, nothing.
 */
@Component
public class RegistrationImport {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Registrations registrations;
  private final Districts districts;
  private final Clock clock;

  RegistrationImport(
      JdbcClient jdbc,
      JdbcTemplate template,
      Registrations registrations,
      Districts districts,
      Clock clock) {
    this.registrations = registrations;
    this.districts = districts;
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /**
   * @param blocks columns {@code block, subdistrict, community_code, community_name,
   *     address_prefix}
   * @param persons columns {@code row_id, block, household_no, line_no, name, relation, id_number,
   *     sex, birth_date, ethnicity, residence, hukou_place, address, form}
   * @param actor the account that imports
   * @return the number of persons taken in; 0 when this census already has registrations
   */
  @Transactional
  public int importFiles(String censusId, Path blocks, Path persons, String actor)
      throws IOException {
    Integer present =
        jdbc.sql("select count(*) from block where census_id = ?")
            .param(censusId)
            .query(Integer.class)
            .single();
    if (present > 0) {
      return 0;
    }
    importBlocks(censusId, blocks, subdistricts(censusId));
    return importPersons(censusId, persons, actor);
  }

  /**
   * The office's files write a subdistrict's nine-digit code; everything else here uses its key.
   */
  private Map<String, String> subdistricts(String censusId) {
    return districts.require(registrations.require(censusId).district()).subdistricts().stream()
        .collect(Collectors.toMap(Subdistrict::code, Subdistrict::key));
  }

  private static String subdistrict(NamedCsvRecord row, Map<String, String> subdistricts) {
    String key = subdistricts.get(row.getField("subdistrict"));
    if (key == null) {
      throw new IllegalArgumentException(
          "No subdistrict of the district has the code " + row.getField("subdistrict"));
    }
    return key;
  }

  private void importBlocks(String censusId, Path file, Map<String, String> subdistricts)
      throws IOException {
    List<Object[]> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        rows.add(
            new Object[] {
              censusId,
              row.getField("block"),
              subdistrict(row, subdistricts),
              row.getField("community_code"),
              row.getField("community_name"),
              row.getField("address_prefix")
            });
      }
    }
    template.batchUpdate(
        """
        insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private int importPersons(String censusId, Path file, String actor) throws IOException {
    Map<String, Long> households = new HashMap<>();
    int count = 0;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> batch = new ArrayList<>(BATCH);
      for (NamedCsvRecord row : csv) {
        batch.add(row);
        if (batch.size() == BATCH) {
          write(censusId, batch, households, actor);
          batch.clear();
        }
        count++;
      }
      write(censusId, batch, households, actor);
    }
    return count;
  }

  private void write(
      String censusId, List<NamedCsvRecord> rows, Map<String, Long> households, String actor) {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              writeHouseholds(connection, censusId, rows, households);
              List<Long> persons = writePersons(connection, censusId, rows, households);
              writeAnswers(connection, rows, persons, actor);
              return null;
            });
  }

  private static String householdKey(NamedCsvRecord row) {
    return row.getField("block") + "/" + row.getField("household_no");
  }

  private void writeHouseholds(
      Connection connection,
      String censusId,
      List<NamedCsvRecord> rows,
      Map<String, Long> households)
      throws SQLException {
    List<String> added = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into household (census_id, block_code, household_no, address) values (?, ?, ?, ?)",
            new String[] {"id"})) {
      for (NamedCsvRecord row : rows) {
        if (households.putIfAbsent(householdKey(row), -1L) == null) {
          insert.setString(1, censusId);
          insert.setString(2, row.getField("block"));
          insert.setInt(3, Integer.parseInt(row.getField("household_no")));
          insert.setString(4, row.getField("address"));
          insert.addBatch();
          added.add(householdKey(row));
        }
      }
      List<Long> ids = execute(insert);
      for (int i = 0; i < added.size(); i++) {
        households.put(added.get(i), ids.get(i));
      }
    }
  }

  private List<Long> writePersons(
      Connection connection,
      String censusId,
      List<NamedCsvRecord> rows,
      Map<String, Long> households)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into person (census_id, household_id, source_key, current_version) values (?, ?, ?, 1)",
            new String[] {"id"})) {
      for (NamedCsvRecord row : rows) {
        insert.setString(1, censusId);
        insert.setLong(2, households.get(householdKey(row)));
        insert.setString(3, row.getField("row_id"));
        insert.addBatch();
      }
      return execute(insert);
    }
  }

  private void writeAnswers(
      Connection connection, List<NamedCsvRecord> rows, List<Long> persons, String actor)
      throws SQLException {
    Timestamp now = Timestamp.from(clock.instant());
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
        insert into person_version (person_id, version, status, block_code, line_no, name, relation, id_number,
            sex, birth_date, ethnicity, residence, hukou_place, form, made_by, made_at)
        values (?, 1, 'REGISTERED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)) {
      for (int i = 0; i < rows.size(); i++) {
        NamedCsvRecord row = rows.get(i);
        insert.setLong(1, persons.get(i));
        insert.setString(2, row.getField("block"));
        insert.setInt(3, Integer.parseInt(row.getField("line_no")));
        insert.setString(4, row.getField("name"));
        insert.setString(5, blankToNull(row.getField("relation")));
        insert.setString(6, blankToNull(row.getField("id_number")));
        insert.setString(7, blankToNull(row.getField("sex")));
        String birth = blankToNull(row.getField("birth_date"));
        insert.setObject(8, birth == null ? null : LocalDate.parse(birth));
        insert.setString(9, blankToNull(row.getField("ethnicity")));
        insert.setString(10, row.getField("residence"));
        insert.setString(11, blankToNull(row.getField("hukou_place")));
        insert.setString(12, row.getField("form"));
        insert.setString(13, actor);
        insert.setTimestamp(14, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<Long> execute(PreparedStatement insert) throws SQLException {
    insert.executeBatch();
    List<Long> ids = new ArrayList<>();
    try (ResultSet keys = insert.getGeneratedKeys()) {
      while (keys.next()) {
        ids.add(keys.getLong(1));
      }
    }
    return ids;
  }

  private static String blankToNull(String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
