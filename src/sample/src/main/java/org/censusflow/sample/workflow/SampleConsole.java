package org.censusflow.sample.workflow;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.censusflow.base.access.Administrator;
import org.censusflow.crosscheck.compare.CrossChecks;
import org.censusflow.crosscheck.compare.Figures;
import org.censusflow.sample.SampleAccounts;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleScore;
import org.censusflow.sample.SampleSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the sample tells whoever started it, on the console. */
@Component
class SampleConsole {

  private static final long PROGRESS_EVERY_MILLIS = 1_000;

  /** One account of each kind of work that waits in the sample. */
  private static final List<String> SHOWN =
      List.of(
          "health",
          "public-security",
          "census-office",
          "census-leads",
          "songyu-office",
          "songyu-supervisors",
          "songyu-enumerators");

  private final PrintStream out = System.out;
  private final Figures figures;
  private final CrossChecks crossChecks;
  private final SampleScore score;
  private final SampleFiles files;
  private final SampleSettings settings;
  private final SampleAccounts accounts;
  private final Environment environment;
  private long lastProgress;
  private YearMonth lastMonth;

  SampleConsole(
      Figures figures,
      CrossChecks crossChecks,
      SampleScore score,
      SampleFiles files,
      SampleSettings settings,
      SampleAccounts accounts,
      Environment environment) {
    this.accounts = accounts;
    this.figures = figures;
    this.crossChecks = crossChecks;
    this.score = score;
    this.files = files;
    this.settings = settings;
    this.environment = environment;
  }

  void progress(String censusId, int tasksDone) {
    long now = System.currentTimeMillis();
    if (now - lastProgress < PROGRESS_EVERY_MILLIS) {
      return;
    }
    lastProgress = now;
    Figures.Standing standing = figures.standing(censusId);
    out.printf(
        Locale.ROOT,
        "sample: %d steps done · %d differences, %d settled · %d blocks open%n",
        tasksDone,
        standing.differences(),
        standing.settled(),
        standing.openBlocks());
  }

  /** Tells a newcomer where to go and as whom. */
  void welcome() {
    String district = settings.district();
    out.printf(
        Locale.ROOT,
        """

        CensusFlow is up. The sample census of %s stands at its cross-check: differences wait as tasks.
          Tasklist  %2$s/camunda/app/tasklist/   what staff have to do
          Cockpit   %2$s/camunda/app/cockpit/    where the instances stand (the office's leads)
          REST      %2$s/engine-rest             HTTP Basic

        Sample accounts (password %3$s):
        """,
        district,
        address(),
        accounts.all().get(0).password());
    SHOWN.forEach(group -> show(district + "-" + group));
    show(Administrator.GROUP);
    out.println();
  }

  private void show(String group) {
    accounts.inGroup(group).stream()
        .findFirst()
        .ifPresent(account -> out.printf("  %-23s %s%n", account.user(), account.name()));
  }

  /** Nothing goes on by itself any more. */
  void finished(int tasksDone) {
    out.printf(Locale.ROOT, "sample: %d steps done, the automatic play is over%n", tasksDone);
  }

  /** The day that a played census has reached, a line a month. */
  void day(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    if (!month.equals(lastMonth)) {
      lastMonth = month;
      out.printf(Locale.ROOT, "sample: it is %s%n", day);
    }
  }

  void print(String text) {
    out.println(text);
  }

  void summary(String censusId, long seconds, boolean success) throws IOException {
    CrossChecks.Compared compared = crossChecks.compared(censusId);
    Figures.Standing standing = figures.standing(censusId);
    out.printf(
        Locale.ROOT, "%ncross-check %s: %s%n", censusId, success ? "signed" : "NOT finished");
    out.printf(
        Locale.ROOT,
        "  compared     %,d registrations with %,d register rows%n",
        compared.censusRows(),
        compared.registerRows());
    out.printf(
        Locale.ROOT,
        "  differences  %,d = %,d settled + %,d remaining%n",
        standing.differences(),
        standing.settled(),
        standing.remaining());
    out.println("  class  differences  injected  found  recall  unfounded");
    for (SampleScore.ClassScore row : score.of(censusId, files.truth())) {
      out.printf(
          Locale.ROOT,
          "  %-5s  %11d  %8d  %5d  %6.3f  %9d  %s%n",
          row.difference(),
          row.differences(),
          row.injected(),
          row.found(),
          row.recall(),
          row.unfounded(),
          row.difference().label());
    }
    out.printf(Locale.ROOT, "  time         %d s%n", seconds);
    out.printf(
        Locale.ROOT, "  report       %s/api/cross-checks/%s/report%n%n", address(), censusId);
  }

  private String address() {
    return "http://localhost:" + environment.getProperty("local.server.port", "8080");
  }
}
