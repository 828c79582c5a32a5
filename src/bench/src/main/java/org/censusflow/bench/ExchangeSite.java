package org.censusflow.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.censusflow.base.data.Schemas;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server and the gateway of one department, each a process of its own as they are deployed, and a
 * census that asks this department for its household register: to measure them, and to kill them.
 */
public final class ExchangeSite implements AutoCloseable {

  private static final String CENSUS = "haicang-2020";
  private static final LocalDate AS_OF = LocalDate.of(2020, 11, 20);
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Path serverJar;
  private final Path gatewayJar;
  private final Path folder;
  private final PGSimpleDataSource database;
  private final String password = BenchSecrets.password();
  private final String key = BenchSecrets.key();
  private final int port;
  private Process server;
  private Process gateway;

  /**
   * @param serverJar the packed program with its benchmarks
   * @param gatewayJar the packed gateway
   * @param folder for the gateway's files and both logs
   * @param database an empty one
   */
  public ExchangeSite(Path serverJar, Path gatewayJar, Path folder, PGSimpleDataSource database)
      throws IOException {
    this.serverJar = serverJar;
    this.gatewayJar = gatewayJar;
    this.folder = folder;
    this.database = database;
    database.setCurrentSchema(Schemas.BOTH);
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  public JdbcClient database() {
    return JdbcClient.create(database);
  }

  /** Starts the server, after {@link #kill} again on the same port; does not wait for it. */
  public Process startServer(String... settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xmx768m", "-jar", serverJar.toString()));
    arguments.add("--server.port=" + port);
    arguments.add("--censusflow.sample.enabled=false");
    arguments.add("--censusflow.bench.requests=true");
    arguments.addAll(List.of(settings));
    server =
        start(
            arguments,
            Map.of(
                "CENSUSFLOW_DB_URL",
                database.getUrl(),
                "CENSUSFLOW_DB_USER",
                database.getUser(),
                "CENSUSFLOW_DB_PASSWORD",
                database.getPassword(),
                "CENSUSFLOW_ADMIN_USER",
                "bench",
                "CENSUSFLOW_ADMIN_PASSWORD",
                password,
                "CENSUSFLOW_JOB_LOCK_MILLIS",
                "5000",
                "CENSUSFLOW_QUARANTINE_KEY",
                key),
            Redirect.appendTo(folder.resolve("server.log").toFile()));
    return server;
  }

  /** Waits for the server, then makes a census and the department's account. */
  public void open() throws IOException, InterruptedException {
    SiteAdministrator administrator = administrator();
    administrator.awaitServer(LONGEST_START);
    administrator.createAccount("ps-gateway", password, "haicang-public-security");
    database()
        .sql(
            "insert into census (id, district, reference_time) values (?, 'haicang', timestamp with"
                + " time zone '2020-11-01 00:00:00+08:00')")
        .param(CENSUS)
        .update();
  }

  /** The census asks: the server finds the request and lets it wait for its gateway. */
  public void ask(String request) {
    database()
        .sql(
            "insert into record_request (id, census_id, district, unit, supply, title, fields,"
                + " legal_basis, channel, as_of, status, sent_at, due_at)"
                + " values (?, ?, 'haicang', 'public-security', 'household-register', '户籍登记', '姓名',"
                + " '统计法', 'gateway', ?, 'SENT', current_timestamp, current_timestamp + interval"
                + " '20' day)")
        .params(request, CENSUS, AS_OF)
        .update();
  }

  /**
   * Starts the gateway with the memory that its manual advises.
   *
   * @param source the records, with the census's own column names
   */
  public Process startGateway(Path source, Redirect output) throws IOException {
    Path config = folder.resolve("gateway.yaml");
    Files.writeString(
        config,
        """
        server: http://localhost:%d
        district: haicang
        unit: public-security
        account: {user: ps-gateway, password-env: PASSWORD}
        directory: state
        supplies: {household-register: {csv: {file: '%s'}, as-of: %s}}
        """
            .formatted(port, source.toAbsolutePath(), AS_OF));
    List<String> arguments =
        List.of("-Xmx256m", "-jar", gatewayJar.toString(), "--config", config.toString());
    gateway = start(arguments, Map.of("PASSWORD", password), output);
    return gateway;
  }

  /** Whether the records of a request are stored and will be compared. */
  public boolean isAccepted(String request) {
    return database()
        .sql("select status = 'ACCEPTED' from record_request where id = ?")
        .param(request)
        .query(Boolean.class)
        .single();
  }

  /** What the gateway was given for its delivery. */
  public String receipt(String request) throws IOException {
    return Files.readString(folder.resolve("state/receipts/" + request + ".json"));
  }

  /** Ends a process as a loss of power does. */
  public static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private SiteAdministrator administrator() {
    return new SiteAdministrator("http://localhost:" + port, "bench", password);
  }

  private static Process start(
      List<String> arguments, Map<String, String> environment, Redirect output) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList());
    program.environment().putAll(environment);
    return program.redirectErrorStream(true).redirectOutput(output).start();
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : new Process[] {gateway, server}) {
      if (process != null) {
        kill(process);
      }
    }
  }
}
