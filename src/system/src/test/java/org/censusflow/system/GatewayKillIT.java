package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.censusflow.bench.ExchangeSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gateway and server as processes of their own on PostgreSQL, each killed again and again in the
 * middle of one delivery: while the gateway reads, while it uploads, while the server stores. Rows
 * and kills are few here; {@code -Dcensusflow.kill.rows=600000 -Dcensusflow.kill.times=20
 * -Dcensusflow.kill.server=6} is the size of a district.
 */
class GatewayKillIT {

  private static final int ROWS = Integer.getInteger("censusflow.kill.rows", 60_000);
  private static final int KILLS = Integer.getInteger("censusflow.kill.times", 4);
  private static final int SERVER_KILLS = Integer.getInteger("censusflow.kill.server", 2);
  private static final String REQUEST = "haicang-2020-household-register";
  private static final String[] SETTINGS = {"--censusflow.delivery.part-size=256KB"};
  private static final int PART = 256 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  // The way of a delivery in percent: the gateway reads, then uploads, then the server stores.
  private static final int READ = 20;
  private static final int UPLOADED = 80;
  private static final int STORED = 100;
  private static final int MILLIS_A_PERCENT = 100;

  @TempDir private Path folder;
  private EmbeddedPostgres postgres;
  private ExchangeSite site;
  private Path source;
  private Path gatewayLog;
  private Process server;
  private Process gateway;
  private int connections;

  /** A place on the way, and who is killed there. */
  private record Kill(int percent, boolean ofServer) {}

  @BeforeEach
  void startServer() throws Exception {
    postgres = EmbeddedPostgres.start();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
    database.setPassword("");
    site =
        new ExchangeSite(
            Path.of("target/censusflow-bench.jar"),
            Path.of("target/censusflow-gateway.jar"),
            folder,
            database);
    server = site.startServer(SETTINGS);
    site.open();
    gatewayLog = folder.resolve("gateway.log");
    source = source();
  }

  @AfterEach
  void stopAll() throws Exception {
    site.close();
    postgres.close();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aDeliveryThatIsInterruptedAgainAndAgainArrivesWholeAndOnce() throws Exception {
    site.ask(REQUEST);
    startGateway();
    List<String> killed = new ArrayList<>();
    for (Kill kill : kills()) {
      awaitPlace(kill.percent());
      killed.add((kill.ofServer() ? "server " : "gateway ") + kill.percent() + " %");
      if (kill.ofServer()) {
        ExchangeSite.kill(server);
        server = site.startServer(SETTINGS);
      } else {
        ExchangeSite.kill(gateway);
        startGateway();
      }
    }

    System.out.println("Killed: " + killed);
    await().atMost(LONGEST_WAIT).until(() -> site.isAccepted(REQUEST));
    assertThat(killed).hasSize(KILLS + SERVER_KILLS);
    assertThat(count("select count(*) from register_row")).isEqualTo(ROWS);
    assertThat(count("select count(distinct record_id) from register_row")).isEqualTo(ROWS);
    assertThat(count("select count(*) from delivery where status = 'ACCEPTED'")).isOne();
    JsonNode receipt = new ObjectMapper().readTree(site.receipt(REQUEST));
    assertThat(receipt.path("rows").asInt()).isEqualTo(ROWS);
    assertThat(receipt.path("accepted").asInt()).isEqualTo(ROWS);
    assertThat(receipt.path("sha256").asText()).isEqualTo(sha256(source));
  }

  /** At random places, one in each stretch of the way; the same with every run. */
  private static List<Kill> kills() {
    Random random = new Random(20201101);
    List<Kill> kills = new ArrayList<>();
    int all = KILLS + SERVER_KILLS;
    for (int i = 0; i < all; i++) {
      boolean ofServer = (i + 1) * SERVER_KILLS / all > i * SERVER_KILLS / all;
      kills.add(new Kill((int) (STORED * (i + random.nextDouble()) / all), ofServer));
    }
    return kills;
  }

  private void startGateway() throws IOException {
    gateway = site.startGateway(source, Redirect.appendTo(gatewayLog.toFile()));
    connections++;
  }

  /** How far the server's storing is cannot be seen from outside: a time stands for it. */
  private void awaitPlace(int percent) throws InterruptedException {
    await()
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> connectionsInLog() == connections && place() >= Math.min(percent, UPLOADED));
    TimeUnit.MILLISECONDS.sleep((long) Math.max(0, percent - UPLOADED) * MILLIS_A_PERCENT);
  }

  /** Whatever the machine's speed: a kill is to hit the work, not the start of the program. */
  private long connectionsInLog() throws IOException {
    return Files.readString(gatewayLog).split("已连接", -1).length - 1;
  }

  /** How far on its way the delivery is, as far as can be seen. */
  private int place() throws IOException {
    long size = Files.size(source);
    long parts = count("select count(*) from delivery_part");
    if (parts > 0) {
      return (int) (READ + (UPLOADED - READ) * parts / ((size + PART - 1) / PART));
    }
    try (var spooled = Files.list(folder.resolve("state"))) {
      long read = spooled.mapToLong(file -> file.toFile().length()).filter(it -> it > PART).sum();
      return (int) Math.min(READ, READ * read / size);
    }
  }

  /** Written as the gateway writes its own files, so that the hashes can be compared. */
  private Path source() throws IOException {
    Path file = folder.resolve("household-register.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("record_id,household_register_no,name,relation,id_number,sex,birth_date,");
      out.write("ethnicity,address,status,as_of\r\n");
      for (int i = 1; i <= ROWS; i++) {
        out.write(
            "R%d,H%d,样例%d,1,,%d,19%02d-0%d-1%d,01,样例路%d号,normal,2020-11-20\r\n"
                .formatted(i, i / 3, i, 1 + i % 2, i % 80 + 10, 1 + i % 9, i % 10, i));
      }
    }
    return file;
  }

  private long count(String select) {
    return site.database().sql(select).query(Long.class).single();
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
