package org.censusflow.registration.answers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of a census's blocks as a plain file. */
@Component
public class BlockFile {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Registrations registrations;
  private final Districts districts;

  BlockFile(
      JdbcClient jdbc, JdbcTemplate template, Registrations registrations, Districts districts) {
    this.jdbc = jdbc;
    this.template = template;
    this.registrations = registrations;
    this.districts = districts;
  }

  /**
   * Enters the blocks of a census that has none yet.
   *
   * @param file columns {@code block, subdistrict, community_code, community_name, address_prefix}
   */
  @Transactional
  public void enter(String censusId, Path file) throws IOException {
    Integer present =
        jdbc.sql("select count(*) from block where census_id = ?")
            .param(censusId)
            .query(Integer.class)
            .single();
    if (present > 0) {
      return;
    }
    // The office's files write a subdistrict's nine-digit code; everything else here uses its key.
    Map<String, String> keys =
        districts.require(registrations.require(censusId).district()).subdistricts().stream()
            .collect(Collectors.toMap(Subdistrict::code, Subdistrict::key));
    List<Object[]> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        String key = keys.get(row.getField("subdistrict"));
        if (key == null) {
          throw new IllegalArgumentException(
              "No subdistrict of the district has the code " + row.getField("subdistrict"));
        }
        rows.add(
            new Object[] {
              censusId,
              row.getField("block"),
              key,
              row.getField("community_code"),
              row.getField("community_name"),
              row.getField("address_prefix")
            });
      }
    }
    BulkInsert.rows(
        template,
        "block (census_id, code, subdistrict, community_code, community_name, address_prefix)",
        rows);
  }
}
