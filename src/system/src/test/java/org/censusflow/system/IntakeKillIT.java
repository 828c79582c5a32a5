package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.censusflow.sample.population.ErrorModel;
import org.censusflow.sample.population.SampleDistrict;
import org.censusflow.sample.population.SampleOptions;
import org.censusflow.sample.population.SamplePopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An intake that is killed in the middle and started again stores every row once. */
class IntakeKillIT {

  @TempDir private Path folder;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void everyRowIsThereOnceAfterAKill() throws Exception {
    SamplePopulation.generate(
            SampleOptions.of(60_000, 240, 7)
                .with(SampleDistrict.haicang())
                .with(ErrorModel.preset("district"))
                .with(java.util.Set.of("births")))
        .writeTo(folder);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Process first = start(postgres);
      List<String> before = readUntil(first, line -> line.matches("rows [1-9]\\d{4}"));
      assertThat(first.isAlive()).as(String.join("\n", before)).isTrue();
      first.destroyForcibly().waitFor();
      // The server may still be committing what it was sent last.
      await("the server's end of the killed connection")
          .until(
              () ->
                  count(
                          postgres,
                          "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")
                      == 0);
      long stored = count(postgres, "select count(*) from bench_kill.person");
      assertThat(stored).isPositive();

      Process second = start(postgres);
      List<String> output = readUntil(second, line -> false);
      assertThat(second.waitFor()).as(String.join("\n", output)).isZero();
      // It went on where it was, not from the beginning.
      assertThat(output.stream().filter(line -> line.startsWith("rows ")).findFirst().orElseThrow())
          .isEqualTo("rows " + stored);
      assertThat(output)
          .anyMatch(
              line ->
                  line.matches(
                      "DONE: (\\d+) rows, \\1 accepted, 0 repeated, 0 rejected, \\d+ queries"));

      long total = count(postgres, "select total_rows from bench_kill.intake_job");
      assertThat(stored).isLessThan(total);
      assertThat(count(postgres, "select count(*) from bench_kill.person")).isEqualTo(total);
      assertThat(count(postgres, "select count(*) from bench_kill.person_version"))
          .isEqualTo(total);
      assertThat(count(postgres, "select count(distinct source_key) from bench_kill.person"))
          .isEqualTo(total);
      assertThat(count(postgres, "select count(*) from bench_kill.household"))
          .isEqualTo(count(postgres, "select count(*) from bench_kill.household_version"));
    }
  }

  private Process start(EmbeddedPostgres postgres) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            Path.of("target", "censusflow-bench.jar").toString(),
            "bench",
            "intake",
            "--url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--dir=" + folder,
            "--schema=bench_kill",
            "--no-rival",
            "--keep")
        .redirectErrorStream(true)
        .start();
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

  private static long count(EmbeddedPostgres postgres, String select) throws Exception {
    try (Connection database = postgres.getPostgresDatabase().getConnection();
        ResultSet row = database.createStatement().executeQuery(select)) {
      row.next();
      return row.getLong(1);
    }
  }
}
