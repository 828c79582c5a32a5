package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of a file: the records, line by line, and what was noticed.
 *
 * @param records those that are accepted
 * @param rejects line and reasons of the others
 */
record Read(
    FileSurvey survey,
    List<String> header,
    List<PersonRecord> records,
    List<String> rejects,
    List<String> notes) {

  /** A file of births from the folder of cases. */
  static Read births(String file) throws IOException {
    try (InputStream in = Read.class.getResourceAsStream("/cases/" + file)) {
      return of("births", in.readAllBytes());
    }
  }

  static Read births(byte[] file) throws IOException {
    return of("births", file);
  }

  /** Lines of births below the usual head. */
  static Read births(Charset charset, String... rows) throws IOException {
    String head = "编号,出生证号,婴儿姓名,性别,出生时间,产妇姓名,产妇身份证号,住址\n";
    return of("births", (head + String.join("\n", rows) + "\n").getBytes(charset));
  }

  static Read birth(String row) throws IOException {
    return births(StandardCharsets.UTF_8, row);
  }

  static Read of(String supply, byte[] file) throws IOException {
    return of(supply, file, null);
  }

  static Read of(String supply, byte[] file, String encoding) throws IOException {
    Content content = Content.of(file);
    FileSurvey survey = FileSurvey.of(content, encoding);
    RecordMapping mapping = RecordMapping.ofSupply(supply);
    Notes notes = new Notes();
    List<PersonRecord> records = new ArrayList<>();
    List<String> rejects = new ArrayList<>();
    try (FileTable table = FileTable.open(content, survey, mapping, notes)) {
      RecordReader reader =
          new RecordReader(RecordLayout.ofSupply(supply), mapping, Map.of(), table.header(), notes);
      while (table.next()) {
        PersonRecord record = reader.read(table);
        if (record == null) {
          rejects.add(table.line() + " " + String.join("；", reader.faults()));
        } else {
          records.add(record);
        }
      }
      return new Read(survey, table.header(), records, rejects, notes.all());
    }
  }

  /** The one record that was accepted. */
  PersonRecord only() {
    if (records.size() != 1 || !rejects.isEmpty()) {
      throw new AssertionError("Not one record: " + this);
    }
    return records.get(0);
  }
}
