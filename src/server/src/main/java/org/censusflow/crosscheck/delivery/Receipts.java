package org.censusflow.crosscheck.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.vault.Vault;
import org.censusflow.files.CsvLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what the office confirms about deliveries, and gives rejected rows back. */
@Component
class Receipts {

  private final JdbcClient jdbc;
  private final DeliveryLedger ledger;
  private final RequestLedger requests;
  private final Vault vault;

  Receipts(JdbcClient jdbc, DeliveryLedger ledger, RequestLedger requests, Vault vault) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.requests = requests;
    this.vault = vault;
  }

  Optional<Receipt> latest(String requestId) {
    return ledger.latest(requestId).map(this::of);
  }

  /** The receipt of a delivery; of a repeated one, that of the first. */
  Receipt of(long id) {
    Delivery delivery = ledger.require(id);
    return of(delivery.sameAs() == null ? delivery : ledger.require(delivery.sameAs()));
  }

  private Receipt of(Delivery delivery) {
    List<Receipt.Reject> rejects =
        jdbc.sql(
                """
                select coalesce(file_line, line) as line, reason from delivery_reject
                 where delivery_id = ? order by delivery_reject.line limit ?
                """)
            .params(delivery.id(), Receipt.SHOWN_REJECTS)
            .query(Receipt.Reject.class)
            .list();
    return new Receipt(
        delivery.id(),
        delivery.requestId(),
        delivery.state().name(),
        delivery.state().word(),
        requests.require(delivery.requestId()).title(),
        delivery.manifest().mode().name().toLowerCase(Locale.ROOT),
        delivery.completes(),
        delivery.manifest().count(),
        delivery.rows(),
        delivery.accepted(),
        delivery.rejected(),
        delivery.sha256(),
        delivery.bytes(),
        delivery.encoding(),
        delivery.format(),
        delivery.manifest().asOf(),
        delivery.sender(),
        delivery.receivedAt(),
        delivery.late(),
        delivery.reason(),
        delivery.notes() == null || delivery.notes().isEmpty()
            ? List.of()
            : List.of(delivery.notes().split("\n")),
        rejects);
  }

  /**
   * Gives the rejected rows line by line, in the layout in which they came, with two columns more:
   * the line in the file and the reason.
   */
  void rejected(long id, Consumer<String> lines) {
    Delivery asked = ledger.require(id);
    Delivery delivery = asked.sameAs() == null ? asked : ledger.require(asked.sameAs());
    String header = delivery.header() == null ? "" : delivery.header();
    lines.accept(header + (header.isEmpty() ? "" : ",") + "文件行号,拒收原因");
    jdbc.sql("select * from delivery_reject where delivery_id = ? order by line")
        .param(delivery.id())
        .query(
            row -> {
              int number = row.getInt("line");
              byte[] sealed = row.getBytes("content");
              String content =
                  sealed == null
                      ? ""
                      : new String(
                          vault.open(sealed, RowStore.rejectPlace(delivery.id(), number)),
                          StandardCharsets.UTF_8);
              int line = row.getObject("file_line") == null ? number : row.getInt("file_line");
              lines.accept(
                  CsvLine.behind(content.isEmpty() ? "\"\"" : content)
                      .add(String.valueOf(line))
                      .add(row.getString("reason"))
                      .toString());
            });
  }
}
