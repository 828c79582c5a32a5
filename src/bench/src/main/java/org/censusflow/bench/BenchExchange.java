package org.censusflow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.censusflow.cli.DatabaseOptions;
import org.censusflow.compare.LinuxProcess;
import org.censusflow.sample.population.SampleOptions;
import org.censusflow.sample.population.SamplePopulation;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench exchange}: a household register from its file at the department through gateway and
 * server until it is stored and ready to be compared; and in the same run the same file by COPY,
 * without any check, hash, seal, or receipt.
 */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    description = {
      "Hands a generated register over, with gateway and server as processes of their own,",
      "beside a plain COPY of the same file. Exit code 1 when a target is missed."
    })
final class BenchExchange implements Callable<Integer> {

  /** A generated person has about three quarters of a record, the same with every seed. */
  private static final double PERSONS_A_RECORD = 1.4;

  private static final int PERSONS_A_BLOCK = 250;
  private static final double MOST_SECONDS = 30;
  private static final long MOST_MEGABYTES = 512;

  @Spec private CommandSpec command;

  @Mixin private DatabaseOptions database;

  @Option(names = "--rows", defaultValue = "600000", description = "default: ${DEFAULT-VALUE}")
  private int rows;

  @Option(
      names = "--runs",
      defaultValue = "2",
      description = "deliveries one after the other to one server; default: ${DEFAULT-VALUE}")
  private int runs;

  private PrintWriter console;
  private LinuxProcess postgres;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    console = command.commandLine().getOut();
    Path folder = Files.createTempDirectory("bench-exchange");
    try {
      Path register = register(folder);
      console.printf("%,d rows, %.1f MB%n", rows, Files.size(register) / 1e6);
      copied(register);
      return delivered(folder, register) ? 0 : 1;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** The header and the first rows of a generated register. */
  private Path register(Path folder) throws IOException {
    int persons = (int) (rows * PERSONS_A_RECORD);
    SamplePopulation.generate(
            SampleOptions.of(persons, Math.max(1, persons / PERSONS_A_BLOCK), 7)
                .with(Set.of("household-register")))
        .writeTo(folder);
    Path cut = folder.resolve("register.csv");
    try (var lines = Files.lines(folder.resolve("household-register.csv"))) {
      Files.write(cut, (Iterable<String>) lines.limit(rows + 1L)::iterator);
    }
    return cut;
  }

  private void copied(Path register) throws IOException, SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        InputStream file = Files.newInputStream(register)) {
      postgres = postgres(statement);
      String columns;
      try (BufferedReader reader = Files.newBufferedReader(register)) {
        columns = reader.readLine().replace(",", " text, ") + " text";
      }
      statement.execute("create table plain_register (" + columns + ", primary key (record_id))");
      long start = System.nanoTime();
      long cpu = postgres.familyCpuMillis();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy plain_register from stdin with (format csv, header)", file);
      console.printf(
          "plain COPY             %6.1f s   processor: PostgreSQL %.1f s%n",
          (System.nanoTime() - start) / 1e9, (postgres.familyCpuMillis() - cpu) / 1e3);
      console.flush();
      statement.execute("drop table plain_register");
    }
  }

  /** The server that forks a process for each connection. */
  private static LinuxProcess postgres(Statement statement) throws SQLException, IOException {
    try (var pid = statement.executeQuery("select pg_backend_pid()")) {
      pid.next();
      return new LinuxProcess(pid.getLong(1)).parent();
    }
  }

  private boolean delivered(Path folder, Path register) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("java.class.path"));
    try (ExchangeSite site =
        new ExchangeSite(
            jar, jar.resolveSibling("censusflow-gateway.jar"), folder, database.source())) {
      LinuxProcess server = new LinuxProcess(site.startServer().pid());
      site.open();
      boolean reached = true;
      for (int run = 1; run <= runs; run++) {
        reached &= deliver(site, server, register, "haicang-2020-run-" + run);
      }
      return reached;
    }
  }

  private boolean deliver(ExchangeSite site, LinuxProcess server, Path register, String request)
      throws IOException, InterruptedException {
    site.ask(request);
    long cpu = server.cpuMillis();
    long databaseCpu = postgres.familyCpuMillis();
    long start = System.nanoTime();
    Process process = site.startGateway(register, Redirect.PIPE);
    tellUntilReceived(process, start);
    while (!site.isAccepted(request)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    LinuxProcess gateway = new LinuxProcess(process.pid());
    long memory = gateway.peakMegabytes();
    boolean reached = seconds <= MOST_SECONDS && memory <= MOST_MEGABYTES;
    console.printf(
        "file to ready          %6.1f s   processor: gateway %.1f s, server %.1f s, PostgreSQL %.1f s;"
            + " gateway at most %d MB  %s%n",
        seconds,
        gateway.cpuMillis() / 1e3,
        (server.cpuMillis() - cpu) / 1e3,
        (postgres.familyCpuMillis() - databaseCpu) / 1e3,
        memory,
        reached ? "reached" : "MISSED");
    console.flush();
    ExchangeSite.kill(process);
    return reached;
  }

  /** The gateway's own lines, each with the second in which it came. */
  private void tellUntilReceived(Process gateway, long start) throws IOException {
    InputStreamReader output =
        new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8);
    BufferedReader lines = new BufferedReader(output);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      console.printf("%28.1f s   %s%n", (System.nanoTime() - start) / 1e9, line);
      console.flush();
      if (line.contains("已接收")) {
        return;
      }
    }
    throw new IOException("the gateway ended before its delivery was received");
  }
}
