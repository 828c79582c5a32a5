package org.censusflow.base.access;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/** The environment names no database; the program brings none along. */
public class DatabaseNotNamed extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private DatabaseNotNamed() {
    super("The environment variable CENSUSFLOW_DB_URL is missing");
  }

  @Override
  public int getExitCode() {
    return 1;
  }

  /** Asks before anything is started. Registered in {@code META-INF/spring.factories}. */
  public static class Check
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      if (!StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"))) {
        throw new DatabaseNotNamed();
      }
    }
  }

  /** Says what to do instead of a stack trace. */
  static class Analyzer extends AbstractFailureAnalyzer<DatabaseNotNamed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotNamed cause) {
      return new FailureAnalysis(
          cause.getMessage() + ".",
          "Set it to a PostgreSQL, e.g. jdbc:postgresql://localhost/censusflow"
              + " (docs/operations.md). To try the program without one, start the sample:"
              + " mvn spring-boot:run.",
          cause);
    }
  }
}
