package org.censusflow.gateway;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

/** A query, read from the server in portions. */
final class JdbcSource implements RowSource {

  private static final int PORTION = 5_000;

  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> columns = new ArrayList<>();

  private JdbcSource(Connection connection, String query) throws SQLException {
    this.connection = connection;
    // PostgreSQL's driver keeps all rows in memory unless a transaction is open.
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    statement = connection.createStatement();
    statement.setFetchSize(PORTION);
    rows = statement.executeQuery(query);
    ResultSetMetaData described = rows.getMetaData();
    for (int i = 1; i <= described.getColumnCount(); i++) {
      columns.add(described.getColumnLabel(i));
    }
  }

  static JdbcSource open(SourceConfig.Jdbc config) throws IOException {
    try {
      return new JdbcSource(connect(config), config.query());
    } catch (SQLException e) {
      // The message of a driver may quote a row; the state does not.
      throw new GatewayRefused("CF-E655 数据库查询失败（SQLSTATE " + e.getSQLState() + "）：请核对地址、账号和查询语句。");
    }
  }

  private static Connection connect(SourceConfig.Jdbc config) throws SQLException, IOException {
    if (config.driver() == null) {
      return DriverManager.getConnection(config.url(), config.user(), config.password());
    }
    URL[] jar = {config.driver().toUri().toURL()};
    ClassLoader loader = new URLClassLoader(jar, JdbcSource.class.getClassLoader());
    Properties login = new Properties();
    login.setProperty("user", config.user());
    login.setProperty("password", config.password());
    for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
      if (driver.acceptsURL(config.url())) {
        return driver.connect(config.url(), login);
      }
    }
    throw new GatewayRefused("CF-E655 驱动文件里没有能打开该地址的驱动。");
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String[] next() {
    try {
      if (!rows.next()) {
        return null;
      }
      String[] values = new String[columns.size()];
      for (int i = 0; i < values.length; i++) {
        String value = rows.getString(i + 1);
        values[i] = value == null ? "" : value;
      }
      return values;
    } catch (SQLException e) {
      throw new GatewayRefused("CF-E655 数据库读取中断（SQLSTATE " + e.getSQLState() + "）。");
    }
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement;
        rows) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException("The database connection did not close", e);
    }
  }
}
