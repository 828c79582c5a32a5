package org.censusflow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.censusflow.cli.DatabaseOptions;
import org.censusflow.compare.LinuxProcess;
import org.censusflow.registration.answers.IntakeMeasurement;
import org.censusflow.registration.intake.IntakeJob;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench intake}: a generated district into PostgreSQL with all checks, and in the same run
 * the same rows without any. Works in schemas of its own; one that broke off goes on.
 */
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    description =
        "Takes census.csv of a directory into PostgreSQL with all checks, beside plain loads.")
final class BenchIntake implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private DatabaseOptions database;

  @Option(names = "--dir", required = true, description = "where 'generate' wrote its files")
  private Path dir;

  @Option(
      names = "--schema",
      defaultValue = "bench_intake",
      description = "made when it is not there (default: ${DEFAULT-VALUE})")
  private String schema;

  @Option(names = "--no-rival", description = "the checked intake only")
  private boolean noRival;

  @Option(names = "--keep", description = "leave the schema in the database")
  private boolean keep;

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter console = command.commandLine().getOut();
    ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
    if (!noRival) {
      plain(console, "JDBC batches, no checks", false);
      plain(console, "COPY, no checks", true);
    }
    checked(console);
    if (!keep) {
      drop(schema);
    }
    long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    console.printf("processor    %.1f s of this program, all loads%n", cpu / 1e9);
    console.printf("peak memory  %d MB resident%n", LinuxProcess.self().peakMegabytes());
    console.flush();
    return 0;
  }

  private void plain(PrintWriter console, String name, boolean copy)
      throws IOException, SQLException {
    String own = schema + "_plain";
    drop(own);
    IntakeMeasurement measurement = new IntakeMeasurement(migrated(own));
    long start = System.nanoTime();
    report(console, name, measurement.plain(dir, copy), start);
    drop(own);
  }

  private void checked(PrintWriter console) throws IOException, SQLException {
    IntakeMeasurement measurement = new IntakeMeasurement(migrated(schema));
    long[] first = {-1, 0};
    IntakeJob job =
        measurement.checked(
            dir,
            rows -> {
              if (first[0] < 0) {
                first[0] = rows;
                first[1] = System.nanoTime();
              }
              console.println("rows " + rows);
              console.flush();
            });
    report(console, "intake with all checks", job.doneRows() - first[0], first[1]);
    console.printf(
        "%s: %d rows, %d accepted, %d repeated, %d rejected, %d queries%n",
        job.state(),
        job.totalRows(),
        job.accepted(),
        job.repeated(),
        job.rejected(),
        job.queries());
    console.flush();
  }

  private static void report(PrintWriter console, String name, long rows, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    console.printf(
        "%-24s %,10d rows in %6.1f s  %,8.0f rows/s%n", name, rows, seconds, rows / seconds);
    console.flush();
  }

  private DataSource migrated(String name) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + checkedName(name));
    }
    PGSimpleDataSource own = database.source();
    own.setCurrentSchema(name);
    Flyway.configure().dataSource(own).defaultSchema(name).load().migrate();
    return own;
  }

  private void drop(String name) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + checkedName(name) + " cascade");
    }
  }

  private static String checkedName(String name) {
    if (!name.matches("bench_[a-z0-9_]+")) {
      throw new IllegalArgumentException("a schema of this command begins with bench_");
    }
    return name;
  }
}
