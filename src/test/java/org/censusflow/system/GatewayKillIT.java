package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gateway and server as processes of their own on PostgreSQL, each killed again and again in the
 * middle of one delivery. Rows and kills are few here; {@code -Dcensusflow.kill.rows=600000
 * -Dcensusflow.kill.times=20} is the size of a district.
 */
class GatewayKillIT {

  private static final int ROWS = Integer.getInteger("censusflow.kill.rows", 60_000);
  private static final int KILLS = Integer.getInteger("censusflow.kill.times", 4);
  private static final int SERVER_KILLS = Integer.getInteger("censusflow.kill.server", 2);
  private static final String REQUEST = "haicang-2020-household-register";
  private static final String PASSWORD = "Kill-Test-2020";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private EmbeddedPostgres postgres;
  private JdbcClient jdbc;
  private int port;
  private Process server;
  private Process gateway;
  private Path gatewayLog;
  private int connections;

  @BeforeEach
  void startServer() throws Exception {
    postgres = EmbeddedPostgres.start();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = server();
    awaitServer();
    account();
  }

  @AfterEach
  void stopAll() throws Exception {
    for (Process process : Arrays.asList(gateway, server)) {
      if (process != null) {
        process.destroyForcibly().waitFor();
      }
    }
    postgres.close();
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void aDeliveryThatIsInterruptedAgainAndAgainArrivesWholeAndOnce() throws Exception {
    Path source = source();
    ask();
    Path config = config(source);
    Random random = new Random(20201101);
    int left = KILLS;
    int serverKills = SERVER_KILLS;
    List<String> killedAt = new ArrayList<>();
    gatewayLog = folder.resolve("gateway.log");
    gateway = gateway(config);
    while (left > 0 && !delivered()) {
      awaitConnection();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
      killedAt.add(state());
      gateway.destroyForcibly().waitFor();
      left--;
      if (serverKills > 0 && random.nextInt(left + 1) < serverKills) {
        server.destroyForcibly().waitFor();
        serverKills--;
        server = server();
      }
      gateway = gateway(config);
    }

    await().atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(200)).until(this::accepted);
    System.out.println("Killed at " + killedAt);
    assertThat(count("select count(*) from register_row")).isEqualTo(ROWS);
    assertThat(count("select count(distinct record_id) from register_row")).isEqualTo(ROWS);
    assertThat(count("select count(*) from delivery where status = 'ACCEPTED'")).isOne();
    JsonNode receipt = receipt();
    assertThat(receipt.path("rows").asInt()).isEqualTo(ROWS);
    assertThat(receipt.path("accepted").asInt()).isEqualTo(ROWS);
    assertThat(receipt.path("sha256").asText()).isEqualTo(sha256(source));
  }

  /** Whatever the machine's speed: a kill is to hit the work, not the start of the program. */
  private void awaitConnection() throws IOException {
    connections++;
    await()
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(gatewayLog) && connectionsIn(gatewayLog) >= connections);
  }

  private static long connectionsIn(Path log) throws IOException {
    return Files.readString(log).split("已连接", -1).length - 1;
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

  private void ask() {
    jdbc.sql("insert into census (id, district, reference_time) values (?, ?, ?)")
        .params("haicang-2020", "haicang", Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
    jdbc.sql(
            "insert into record_request (id, census_id, district, unit, supply, title, fields,"
                + " legal_basis, channel, as_of, status, sent_at, due_at)"
                + " values (?, 'haicang-2020', 'haicang', 'public-security', 'household-register',"
                + " '户籍登记', '姓名', '统计法', 'gateway', ?, 'SENT', ?, ?)")
        .params(
            REQUEST,
            LocalDate.of(2020, 11, 1),
            Timestamp.from(Instant.now()),
            Timestamp.from(Instant.now().plus(Duration.ofDays(20))))
        .update();
    Map<String, Object> variables =
        Map.of(
            "district", Map.of("value", "haicang"),
            "censusId", Map.of("value", "haicang-2020"),
            "requestId", Map.of("value", REQUEST));
    Answer started =
        admin()
            .post(
                "/engine-rest/process-definition/key/RecordRequest/start",
                Map.of("businessKey", REQUEST, "variables", variables));
    assertThat(started.status()).as(started.body()).isEqualTo(200);
  }

  private void account() {
    Map<String, Object> user =
        Map.of(
            "profile",
            Map.of("id", "ps-gateway", "firstName", "网关", "lastName", "公安"),
            "credentials",
            Map.of("password", PASSWORD));
    assertThat(admin().post("/engine-rest/user/create", user).status()).isEqualTo(204);
    String group = "/engine-rest/group/haicang-public-security/members/ps-gateway";
    assertThat(admin().put(group, Map.of()).status()).isEqualTo(204);
  }

  private Path config(Path source) throws IOException {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(
        file,
        """
        server: http://localhost:%d
        district: haicang
        unit: public-security
        account: {user: ps-gateway, password-env: PASSWORD}
        directory: state
        supplies: {household-register: {csv: {file: %s}, as-of: 2020-11-20}}
        """
            .formatted(port, source.getFileName()));
    return file;
  }

  private Process server() throws IOException {
    ProcessBuilder program =
        java(
            "-Xmx768m",
            "-jar",
            "target/censusflow.jar",
            "--server.port=" + port,
            "--censusflow.delivery.part-size=256KB",
            "--censusflow.sample.enabled=false");
    Map<String, String> environment = program.environment();
    environment.put("CENSUSFLOW_DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
    environment.put("CENSUSFLOW_DB_USER", "postgres");
    environment.put("CENSUSFLOW_ADMIN_USER", "root");
    environment.put("CENSUSFLOW_ADMIN_PASSWORD", PASSWORD);
    environment.put("CENSUSFLOW_JOB_LOCK_MILLIS", "5000");
    environment.put("CENSUSFLOW_QUARANTINE_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    return program
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
        .start();
  }

  private Process gateway(Path config) throws IOException {
    ProcessBuilder program =
        java("-Xmx256m", "-jar", "target/censusflow.jar", "gateway", "--config", config.toString());
    program.environment().put("PASSWORD", PASSWORD);
    return program
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(gatewayLog.toFile()))
        .start();
  }

  private static ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private void awaitServer() {
    await()
        .atMost(LONGEST_WAIT)
        .ignoreExceptions()
        .until(() -> Rest.at(address()).get("/actuator/health").status() == 200);
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private Rest admin() {
    return Rest.at(address()).as("root", PASSWORD);
  }

  private String state() {
    return jdbc.sql(
            "select count(*) || ' parts, ' || (select count(*) from delivery where status <>"
                + " 'OPEN') || ' closed' from delivery_part")
        .query(String.class)
        .single();
  }

  private boolean delivered() {
    return count("select count(*) from delivery where status in ('RECEIVED', 'ACCEPTED')") > 0;
  }

  private boolean accepted() {
    return count("select count(*) from record_request where status = 'ACCEPTED'") == 1;
  }

  private long count(String select) {
    return jdbc.sql(select).query(Long.class).single();
  }

  private JsonNode receipt() throws IOException {
    Path file = folder.resolve("state/receipts/" + REQUEST + ".json");
    return new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
