package org.censusflow.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.censusflow.base.data.Schemas;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** Which database a command works on. */
public final class DatabaseOptions {

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

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  public PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setCurrentSchema(Schemas.BOTH);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  public Connection connect() throws SQLException {
    return source().getConnection();
  }
}
