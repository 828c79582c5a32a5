package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.crosscheck.request.RecordRequest.Status.ACCEPTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.Receipt;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.sample.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The examples of {@code docs/examples}, as processes of their own, each in place of a department.
 */
@TestPropertySource(
    properties = {
      "censusflow.sample.yourself=health,public-security",
      "censusflow.delivery.part-size=" + ExampleClientsIT.PART + "B"
    })
class ExampleClientsIT extends SystemTest {

  /** So small that a file comes in several parts. */
  static final int PART = 64 * 1024;

  private static final Path EXAMPLES = Path.of("docs/examples");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Autowired private SampleFiles files;
  @Autowired private RequestLedger ledger;
  @Autowired private Deliveries deliveries;

  @TempDir private Path folder;
  private Process client;

  @AfterEach
  void stopTheClient() throws InterruptedException {
    if (client != null) {
      client.destroyForcibly().waitFor();
    }
  }

  @Test
  void theJavaClientPlaysTheHealthDepartment() throws Exception {
    Tools.need(Tools.isInstalled("mvn"), "The Java example is started with mvn");
    awaitRequests("health", 2);

    start("health", "mvn", "-B", "-q", "-f", EXAMPLES + "/java", "compile", "exec:java");

    awaitArrival("births");
    awaitArrival("deaths");
  }

  @Test
  void theJavaScriptClientPlaysPublicSecurity() throws Exception {
    Path example = EXAMPLES.resolve("javascript");
    Tools.need(
        Files.isDirectory(example.resolve("node_modules")),
        "The JavaScript example is not installed: npm --prefix " + example + " ci");
    awaitRequests("public-security", 1);

    start("public-security", "node", example.resolve("department.mjs").toString());

    awaitArrival("household-register");
    assertThat(Files.size(files.register("household-register"))).isGreaterThan(2 * PART);
  }

  @Test
  void theJavaExampleUsesTheClientOfTheEnginesVersion() throws IOException {
    assertThat(Files.readString(EXAMPLES.resolve("java/pom.xml")))
        .containsPattern(
            "<artifactId>camunda-external-task-client</artifactId>\\s*<version>"
                + ProcessEngine.class.getPackage().getImplementationVersion());
  }

  private void start(String unit, String... command) throws IOException {
    ProcessBuilder program = new ProcessBuilder(command);
    Map<String, String> settings =
        Map.of(
            "CENSUSFLOW",
            address(),
            "CENSUSFLOW_LOGIN",
            "hc-" + unit + ":Census-2020",
            "TOPIC",
            "records.haicang-" + unit,
            "RECORDS",
            files.register("births").toAbsolutePath().getParent().toString());
    program.environment().putAll(settings);
    program.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    client = program.start();
  }

  /** Whole, once, with the source's count and hash, and the process has gone on. */
  private void awaitArrival(String supply) throws Exception {
    String request = CENSUS + "-" + supply;
    await(supply)
        .atMost(LONGEST_WAIT)
        .untilAsserted(
            () ->
                assertThat(ledger.require(request).status())
                    .as(Files.readString(folder.resolve("said")))
                    .isEqualTo(ACCEPTED));

    Path source = files.register(supply);
    int records = Files.readAllLines(source).size() - 1;
    Receipt receipt = deliveries.latest(request).orElseThrow();
    assertThat(receipt.sha256()).isEqualTo(sha256(source));
    assertThat(receipt.rows()).isEqualTo(records);
    assertThat(stored(receipt))
        .isEqualTo(receipt.accepted())
        .isEqualTo(records - receipt.rejected());
    assertThat(statesOf(request)).containsExactly("ACCEPTED");
    assertThat(
            engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(request)
                .completed()
                .count())
        .isOne();
  }

  private long stored(Receipt receipt) {
    return jdbc()
        .sql("select count(distinct record_id) from register_row where delivery_id = ?")
        .param(receipt.deliveryId())
        .query(Long.class)
        .single();
  }

  /** The states of all deliveries for a request. */
  private List<String> statesOf(String request) {
    return jdbc()
        .sql("select status from delivery where request_id = ?")
        .param(request)
        .query(String.class)
        .list();
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
