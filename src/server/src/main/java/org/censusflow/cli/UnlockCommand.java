package org.censusflow.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Lets an account in again that wrong passwords keep out, without any login: on the database, where
 * the running programs look it up. Exits with 1 when there is no such account or no database.
 */
@Command(
    name = "unlock",
    description = "Lets an account in again after wrong passwords; its password stays.",
    mixinStandardHelpOptions = true)
public final class UnlockCommand implements Callable<Integer> {

  @Parameters(paramLabel = "USER", description = "The account.")
  private String account;

  @Option(
      names = "--url",
      defaultValue = "${env:CENSUSFLOW_DB_URL:-}",
      description = "default: the variable CENSUSFLOW_DB_URL")
  private String url;

  @Option(
      names = "--user",
      defaultValue = "${env:CENSUSFLOW_DB_USER:-sa}",
      description = "default: the variable CENSUSFLOW_DB_USER")
  private String user;

  @Option(
      names = "--password",
      defaultValue = "${env:CENSUSFLOW_DB_PASSWORD:-}",
      description = "default: the variable CENSUSFLOW_DB_PASSWORD")
  private String password;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (url.isEmpty()) {
      return fault("Name the database by --url or CENSUSFLOW_DB_URL");
    }
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      Schemas.find(connection);
      connection.setAutoCommit(false);
      String reset = "update ACT_ID_USER set ATTEMPTS_ = 0, LOCK_EXP_TIME_ = null where ID_ = ?";
      if (update(connection, reset, account) == 0) {
        return fault("There is no such account");
      }
      update(connection, "delete from login_unlock where account = ?", account);
      Timestamp now = Moments.at(Instant.now());
      update(
          connection,
          "insert into login_unlock (account, unlocked_at) values (?, ?)",
          account,
          now);
      connection.commit();
    } catch (SQLException e) {
      return fault("The database does not let the account be unlocked: " + e.getMessage());
    }
    spec.commandLine().getOut().println("Unlocked: the next login is not delayed.");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int fault(String message) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
    return 1;
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
