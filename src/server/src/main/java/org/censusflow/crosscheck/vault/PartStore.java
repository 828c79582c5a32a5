package org.censusflow.crosscheck.vault;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the parts of deliveries, sealed, until their rows are stored. */
@Component
public class PartStore {

  private final JdbcClient jdbc;
  private final DataSource database;
  private final Vault vault;

  public PartStore(JdbcClient jdbc, DataSource database, Vault vault) {
    this.jdbc = jdbc;
    this.database = database;
    this.vault = vault;
  }

  public List<Part> parts(long delivery) {
    return jdbc.sql(
            "select number, bytes, sha256 from delivery_part where delivery_id = ? order by number")
        .param(delivery)
        .query(Part.class)
        .list();
  }

  public Optional<Part> find(long delivery, int number) {
    return jdbc.sql(
            "select number, bytes, sha256 from delivery_part where delivery_id = ? and number = ?")
        .params(delivery, number)
        .query(Part.class)
        .optional();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when there is a part with this number
   */
  public void keep(long delivery, int number, String sha256, byte[] content) {
    jdbc.sql(
            "insert into delivery_part (delivery_id, number, bytes, sha256, content) values (?, ?, ?, ?, ?)")
        .params(
            delivery, number, content.length, sha256, vault.seal(content, place(delivery, number)))
        .update();
  }

  /** Lets the content go; what the parts were stays known. */
  public void erase(long delivery) {
    jdbc.sql("update delivery_part set content = null where delivery_id = ?")
        .param(delivery)
        .update();
  }

  /**
   * The parts one behind the other. Reads over a connection of its own, one part at a time, because
   * the rows go out over the transaction's at the same time.
   *
   * @param count how many parts the file has
   */
  public InputStream file(long delivery, int count) {
    return new PartsInput(count, number -> content(delivery, number));
  }

  private byte[] content(long delivery, int number) throws IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select content from delivery_part where delivery_id = ? and number = ?")) {
      query.setLong(1, delivery);
      query.setInt(2, number);
      try (ResultSet row = query.executeQuery()) {
        byte[] sealed = row.next() ? row.getBytes(1) : null;
        if (sealed == null) {
          throw new IOException("Part " + number + " of delivery " + delivery + " is gone");
        }
        return vault.open(sealed, place(delivery, number));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static String place(long delivery, int number) {
    return "delivery " + delivery + " part " + number;
  }
}
