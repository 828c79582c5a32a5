package org.censusflow.registration.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
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
    Content content = Content.of(file);
    FileSurvey survey = FileSurvey.of(content, null);
    try (FileTable table = FileTable.open(content, survey, ColumnNames.ANY, new Notes())) {
      List<String> header = table.header();
      while (table.next()) {
        String subdistrict = table.text(header.indexOf("subdistrict"));
        String key = keys.get(subdistrict);
        if (key == null) {
          throw new IllegalArgumentException(
              "No subdistrict of the district has the code " + subdistrict);
        }
        rows.add(
            new Object[] {
              censusId,
              table.text(header.indexOf("block")),
              key,
              table.text(header.indexOf("community_code")),
              table.text(header.indexOf("community_name")),
              table.text(header.indexOf("address_prefix"))
            });
      }
    }
    BulkInsert.rows(
        template,
        "block (census_id, code, subdistrict, community_code, community_name, address_prefix)",
        rows);
  }
}
