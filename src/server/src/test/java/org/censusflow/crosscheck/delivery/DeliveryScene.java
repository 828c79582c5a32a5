package org.censusflow.crosscheck.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.censusflow.base.access.EmbeddedDatabase;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Supply;
import org.censusflow.base.districtfile.DistrictFolder;
import org.censusflow.crosscheck.request.DepartmentMappings;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.vault.PartStore;
import org.censusflow.crosscheck.vault.QuarantineKey;
import org.censusflow.crosscheck.vault.Vault;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The module on a database of its own, without the program around it. */
public final class DeliveryScene {

  static final String CENSUS = "haicang-2020";
  static final LocalDate AS_OF = LocalDate.of(2020, 11, 1);
  static final Instant NOW = Instant.parse("2020-11-16T01:00:00Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  public final JdbcClient jdbc;
  final JdbcTemplate template;
  final List<Object> events = new ArrayList<>();
  final RequestLedger requests;
  final DeliveryLedger ledger;
  final Vault vault = new Vault(QuarantineKey.of("", new EmbeddedDatabase(true)));
  final PartStore parts;
  final DeliveryClosing closing;
  final DeliveryUpload upload;
  final Receipts receipts;
  final Deliveries deliveries;

  private DeliveryScene(DataSource database, DataSize partSize, String location) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    jdbc = JdbcClient.create(database);
    template = new JdbcTemplate(database);
    requests = new RequestLedger(jdbc, CLOCK, event -> {});
    ledger = new DeliveryLedger(jdbc, CLOCK);
    parts = new PartStore(jdbc, database, vault);
    Districts districts = DistrictFolder.load(location);
    DepartmentMappings mappings = DepartmentMappings.load(location, districts);
    RowStore rows = new RowStore(template, database, districts, mappings, vault);
    closing =
        new DeliveryClosing(
            ledger, requests, parts, rows, events::add, new JdbcTransactionManager(database));
    receipts = new Receipts(jdbc, ledger, requests, vault);
    DeliverySettings settings =
        new DeliverySettings(partSize, DataSize.ofGigabytes(4), Duration.ofDays(14));
    upload = new DeliveryUpload(requests, ledger, parts, closing, receipts, settings);
    AbandonedDeliveries abandoned = new AbandonedDeliveries(ledger, parts, settings);
    deliveries =
        new Deliveries(
            ledger, requests, abandoned, upload, receipts, new StoredRegisters(jdbc, template));
    seed(districts);
  }

  static DeliveryScene on(DataSource database, DataSize partSize) {
    return new DeliveryScene(database, partSize, Districts.DEFAULT_LOCATION);
  }

  /** In memory, with parts so small that every file has several. */
  public static DeliveryScene inMemory() {
    return inMemory(Districts.DEFAULT_LOCATION);
  }

  /**
   * @param location of the districts' files
   */
  public static DeliveryScene inMemory(String location) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new DeliveryScene(
        JdbcConnectionPool.create(url, "sa", ""), DataSize.ofBytes(64), location);
  }

  /** A census with one request for each kind of record, as the cross-check sends them. */
  private void seed(Districts districts) {
    jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(CENSUS, Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
    for (Supply supply : districts.require("haicang").supplies()) {
      requests.send(
          new RecordRequest(
              CENSUS + "-" + supply.id(),
              CENSUS,
              "haicang",
              supply.unit(),
              supply.id(),
              supply.name(),
              "",
              "",
              Supply.Channel.REST,
              AS_OF,
              RecordRequest.Status.SENT,
              NOW,
              NOW.plusSeconds(86_400),
              0,
              0,
              null));
    }
  }

  public Receipt deliver(String supply, String text, int count) {
    return deliver(supply, text, StandardCharsets.UTF_8, new Manifest(count, AS_OF, null));
  }

  public Receipt deliver(String supply, String text, Charset charset, Manifest manifest) {
    return deliver(supply, text.getBytes(charset), manifest);
  }

  public Receipt deliver(String supply, byte[] file, Manifest manifest) {
    try {
      return deliveries.deliver(
          CENSUS + "-" + supply, manifest, new ByteArrayInputStream(file), "hc-" + supply);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public RegisterRow onlyRow(long delivery) {
    return deliveries.rows(List.of(new RegisterRow.Key(delivery, 1))).values().iterator().next();
  }

  long count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
  }
}
