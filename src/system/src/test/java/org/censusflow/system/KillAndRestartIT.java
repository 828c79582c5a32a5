package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.censusflow.base.data.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process of its own, killed in the middle of the rechecks, goes on where it was.
 */
class KillAndRestartIT {

  private static final Pattern IN_THE_MIDDLE =
      Pattern.compile("sample: .* [1-9]\\d* differences, \\d+ settled · [1-9]\\d* blocks open");

  @TempDir private Path folder;

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void aKilledProgramGoesOnWhereItWas() throws Exception {
    Process first = start();
    List<String> before = readUntil(first, line -> IN_THE_MIDDLE.matcher(line).find());
    assertThat(first.isAlive()).as(String.join("\n", before)).isTrue();
    first.destroyForcibly().waitFor();

    Process second = start();
    List<String> output = readUntil(second, line -> false);
    assertThat(second.waitFor()).as(String.join("\n", output)).isZero();
    assertThat(output)
        .anyMatch(line -> line.matches("sample: [1-9]\\d* steps done, the automatic play is over"));
    assertThat(output).anyMatch(line -> line.matches(".*= [\\d,]+ settled \\+ 0 remaining"));

    assertThat(count("select count(*) from difference")).isPositive();
    assertThat(count("select count(*) from difference where status <> 'APPROVED'")).isZero();
    assertThat(count(twice("difference_event where action = 'approve'"))).isZero();
    assertThat(count(twice("person_version where difference_id is not null"))).isZero();
    assertThat(count("select count(*) from comparison_run")).isOne();
  }

  private static String twice(String rows) {
    return "select count(*) from (select difference_id from "
        + rows
        + " group by difference_id having count(*) > 1)";
  }

  private Process start() throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-jar",
            Path.of("target", "censusflow-sample.jar").toString(),
            "--server.port=0",
            "--spring.datasource.url=" + url(),
            "--censusflow.sample.directory=" + folder.resolve("sample"),
            "--censusflow.sample.persons=6000",
            "--censusflow.sample.blocks=24",
            "--censusflow.autopilot=true",
            "--censusflow.autopilot.exit=true");
    program.environment().put("CENSUSFLOW_JOB_LOCK_MILLIS", "5000");
    return program.redirectErrorStream(true).start();
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("census") + ";DB_CLOSE_ON_EXIT=FALSE";
  }

  /** The output until a line that is waited for, or all of it. */
  private static List<String> readUntil(Process process, Predicate<String> last)
      throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (last.test(line)) {
        break;
      }
    }
    return lines;
  }

  private int count(String select) throws SQLException {
    try (Connection database = DriverManager.getConnection(url(), "sa", "")) {
      Schemas.find(database);
      ResultSet row = database.createStatement().executeQuery(select);
      row.next();
      return row.getInt(1);
    }
  }
}
