package org.censusflow.delivery;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores one delivered file: hash, rows, rejects. Reads in a stream and writes in batches. */
@Component
class DeliveryIntake {

  private static final int BATCH = 1_000;

  /**
   * A file with more broken rows than this is not a register; the rest would only fill the list.
   */
  private static final int MOST_REJECTS = 100_000;

  private static final String INSERT_ROW =
      """
      insert into register_row (delivery_id, line, record_id, name, id_number, sex, birth_date, ethnicity, address,
          event_date, household_no, related_name, related_id, organisation, organisation_address, status, boarding)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  DeliveryIntake(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /** The key of a stored delivery, and whether it was stored just now. */
  record Stored(long deliveryId, boolean isNew) {}

  Stored store(RecordRequest request, Manifest manifest, InputStream content, String sender)
      throws IOException {
    Path file = Files.createTempFile("delivery", ".csv");
    try {
      String sha256 = copy(content, file);
      if (manifest.sha256() != null && !manifest.sha256().equalsIgnoreCase(sha256)) {
        throw new DeliveryRefused("文件与申报的 SHA-256 不一致，传输中可能受损，请重新上传。");
      }
      Optional<Long> known = find(request.id(), sha256);
      if (known.isPresent()) {
        return new Stored(known.get(), false);
      }
      long delivery = insert(request.id(), manifest, sha256, sender);
      try {
        readRows(request, delivery, file);
      } catch (CharacterCodingException e) {
        throw new DeliveryRefused("文件不是 UTF-8 编码，请另存为 UTF-8 后重新上传。");
      }
      return new Stored(delivery, true);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String copy(InputStream content, Path file) throws IOException {
    try {
      DigestInputStream digest =
          new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
      Files.copy(digest, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Long> find(String requestId, String sha256) {
    return jdbc.sql("select id from delivery where request_id = ? and sha256 = ?")
        .params(requestId, sha256)
        .query(Long.class)
        .optional();
  }

  private long insert(String requestId, Manifest manifest, String sha256, String sender) {
    jdbc.sql(
            """
            insert into delivery (request_id, status, declared_count, row_count, accepted_count, rejected_count,
                sha256, as_of, sender, received_at)
            values (?, 'RECEIVED', ?, 0, 0, 0, ?, ?, ?, ?)
            """)
        .params(
            requestId,
            manifest.count(),
            sha256,
            manifest.asOf(),
            sender,
            Timestamp.from(clock.instant()))
        .update();
    return find(requestId, sha256).orElseThrow();
  }

  private void readRows(RecordRequest request, long delivery, Path file) throws IOException {
    RecordLayout layout = RecordLayout.ofSupply(request.supply());
    List<Object[]> rows = new ArrayList<>(BATCH);
    List<Object[]> rejects = new ArrayList<>();
    int line = 0;
    int accepted = 0;
    int rejected = 0;
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (InputStreamReader text = new InputStreamReader(Files.newInputStream(file), decoder);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(withoutMark(text))) {
      Iterator<NamedCsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        NamedCsvRecord record = records.next();
        if (line == 0) {
          checkHeader(layout, record.getHeader());
        }
        line++;
        List<String> faults = new ArrayList<>();
        if (record.getFieldCount() != record.getHeader().size()) {
          faults.add("列数与表头不一致");
        }
        RegisterRow row = faults.isEmpty() ? layout.read(record, delivery, line, faults) : null;
        if (row == null) {
          rejects.add(new Object[] {delivery, line, String.join("；", faults)});
          if (++rejected > MOST_REJECTS) {
            throw new DeliveryRefused(
                "超过 " + MOST_REJECTS + " 条无法读取，请核对文件是否为“" + request.title() + "”。");
          }
        } else {
          accepted++;
          rows.add(parameters(row));
        }
        if (rows.size() == BATCH) {
          flush(rows, rejects);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw new DeliveryRefused("第 " + (line + 2) + " 行附近的格式无法读取，请核对是否为 CSV 文件。");
    }
    flush(rows, rejects);
    jdbc.sql(
            "update delivery set row_count = ?, accepted_count = ?, rejected_count = ? where id = ?")
        .params(line, accepted, rejected, delivery)
        .update();
  }

  /** Skips a byte order mark, which spreadsheet programs put before the header. */
  private static java.io.Reader withoutMark(InputStreamReader text) throws IOException {
    java.io.PushbackReader reader = new java.io.PushbackReader(new java.io.BufferedReader(text));
    int first = reader.read();
    if (first != -1 && first != '\uFEFF') {
      reader.unread(first);
    }
    return reader;
  }

  private static void checkHeader(RecordLayout layout, List<String> header) {
    List<String> missing = layout.missingFrom(header);
    if (!missing.isEmpty()) {
      throw new DeliveryRefused("文件缺少以下列：" + String.join("、", missing) + "。请补齐表头后重新上传。");
    }
  }

  private void flush(List<Object[]> rows, List<Object[]> rejects) {
    template.batchUpdate(INSERT_ROW, rows);
    template.batchUpdate(
        "insert into delivery_reject (delivery_id, line, reason) values (?, ?, ?)", rejects);
    rows.clear();
    rejects.clear();
  }

  private static Object[] parameters(RegisterRow row) {
    return new Object[] {
      row.deliveryId(),
      row.line(),
      row.recordId(),
      row.name(),
      row.idNumber(),
      row.sex(),
      row.birthDate(),
      row.ethnicity(),
      row.address(),
      row.eventDate(),
      row.householdNo(),
      row.relatedName(),
      row.relatedId(),
      row.organisation(),
      row.organisationAddress(),
      row.status(),
      row.boarding()
    };
  }
}
