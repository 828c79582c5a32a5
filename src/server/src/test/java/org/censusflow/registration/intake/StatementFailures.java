package org.censusflow.registration.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connection is lost at one statement: what a killed program leaves behind. */
final class StatementFailures extends DelegatingDataSource {

  private int left;

  /**
   * @param statements that are carried out before one fails
   */
  StatementFailures(DataSource database, int statements) {
    super(database);
    this.left = statements;
  }

  /** Whether all statements went through. */
  boolean spared() {
    return left > 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(Connection.class, super.getConnection());
  }

  private <T> T watched(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().startsWith("execute") && --left < 0) {
                throw new SQLException("The connection is lost", "08006");
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof PreparedStatement statement
                    ? watched(PreparedStatement.class, statement)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
