package org.censusflow.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** Which database a command works on. */
final class DatabaseOptions {

  @Option(
      names = "--url",
      required = true,
      description = "the database, e.g. jdbc:postgresql://localhost/bench")
  private String url;

  @Option(names = "--user", defaultValue = "postgres", description = "default: ${DEFAULT-VALUE}")
  private String user;

  @Option(
      names = "--password",
      defaultValue = "${env:CENSUSFLOW_DB_PASSWORD:-}",
      description = "default: the variable CENSUSFLOW_DB_PASSWORD")
  private String password;

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  Connection connect() throws SQLException {
    return source().getConnection();
  }
}
