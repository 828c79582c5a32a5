package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.access.TakenSteps.Needed;
import org.censusflow.base.data.Moments;
import org.censusflow.crosscheck.request.DepartmentMappings;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.vault.PartStore;
import org.censusflow.files.RecordMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries that could not be read. They are kept sealed until the office reads them again or two
 * of its people destroy them.
 */
@Component
public class Quarantine {

  private static final int PEEKED = 8_192;
  private static final int PEEKED_LINES = 20;
  private static final int MAGIC = 4;

  private final JdbcClient jdbc;
  private final DeliveryLedger ledger;
  private final RequestLedger requests;
  private final PartStore parts;
  private final DeliveryClosing closing;
  private final DepartmentMappings mappings;
  private final TakenSteps steps;
  private final AuditTrail audit;

  Quarantine(
      JdbcClient jdbc,
      DeliveryLedger ledger,
      RequestLedger requests,
      PartStore parts,
      DeliveryClosing closing,
      DepartmentMappings mappings,
      TakenSteps steps,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.requests = requests;
    this.parts = parts;
    this.closing = closing;
    this.mappings = mappings;
    this.steps = steps;
    this.audit = audit;
  }

  /** A delivery in quarantine; counts and keys only. */
  public record Entry(
      long deliveryId,
      String requestId,
      String title,
      String unit,
      String format,
      Long bytes,
      String reason,
      String sender,
      Instant receivedAt) {}

  /**
   * What an officer sees of a file to tell what it is: the first bytes of what is no text, and the
   * first lines of a text with everything masked that may stand for a person.
   *
   * @param head the first bytes in hexadecimal; empty for a text, which may begin with a name
   */
  public record Peek(
      long deliveryId,
      String reason,
      String format,
      Long bytes,
      String encoding,
      String head,
      List<String> lines) {}

  /**
   * What reading again came to.
   *
   * @param message why it did not succeed, in Chinese; null when it did
   */
  public record Retry(boolean readable, String message) {}

  /** What is in quarantine in a district, the oldest first. */
  public List<Entry> of(String district) {
    return jdbc.sql(
            """
            select d.id as delivery_id, d.request_id, q.title, q.unit, d.format, d.bytes, d.reason, d.sender,
                   d.received_at
              from delivery d join record_request q on q.id = d.request_id
             where q.district = ? and d.status = 'QUARANTINED' order by d.id
            """)
        .param(district)
        .query(
            (row, n) ->
                new Entry(
                    row.getLong("delivery_id"),
                    row.getString("request_id"),
                    row.getString("title"),
                    row.getString("unit"),
                    row.getString("format"),
                    (Long) row.getObject("bytes"),
                    row.getString("reason"),
                    row.getString("sender"),
                    row.getTimestamp("received_at").toInstant()))
        .list();
  }

  /** The request that a delivery in quarantine belongs to; empty for any other delivery. */
  public Optional<RecordRequest> requestOf(long id) {
    return ledger
        .find(id)
        .filter(delivery -> delivery.state() == DeliveryState.QUARANTINED)
        .map(delivery -> requests.require(delivery.requestId()));
  }

  /** Opens the beginning of a file. Every look is audited before it is granted. */
  public Peek peek(long id, String officer) {
    Delivery delivery = ledger.require(id);
    RecordRequest request = requests.require(delivery.requestId());
    audit.record(officer, request.district(), "quarantine.peek", "delivery", String.valueOf(id));
    byte[] head = head(id);
    boolean text = "csv".equals(delivery.format());
    return new Peek(
        id,
        delivery.reason(),
        delivery.format(),
        delivery.bytes(),
        delivery.encoding(),
        text ? "" : HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(MAGIC, head.length)),
        text ? lines(head, delivery, mappings.of(request, Map.of())) : List.of());
  }

  private byte[] head(long id) {
    try (InputStream file = parts.file(id, parts.parts(id).size())) {
      return file.readNBytes(PEEKED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(byte[] head, Delivery delivery, RecordMapping mapping) {
    String encoding = delivery.encoding();
    boolean utf8 = encoding == null || encoding.startsWith("UTF-8");
    String text = new String(head, utf8 ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    return text.lines()
        .limit(PEEKED_LINES)
        .map(line -> PeekMask.line(line, cell -> mapping.field(cell).isPresent()))
        .toList();
  }

  /** Reads a file again, for instance with a mapping that now knows its columns. */
  public Retry retry(long id, String officer) {
    Delivery delivery = ledger.require(id);
    RecordRequest request = requests.require(delivery.requestId());
    audit.record(officer, request.district(), "quarantine.retry", "delivery", String.valueOf(id));
    if (!request.status().open()) {
      return new Retry(false, "该请求已办结，不再需要这份文件。");
    }
    boolean overtaken =
        ledger
            .latestReadable(request.id())
            .filter(later -> later.receivedAt().isAfter(delivery.receivedAt()))
            .filter(later -> later.state() == DeliveryState.RECEIVED)
            .isPresent();
    if (overtaken) {
      return new Retry(false, "部门已经另行交付，不再需要这份文件。");
    }
    closing.retry(id);
    Delivery now = ledger.require(id);
    boolean readable = now.state() != DeliveryState.QUARANTINED;
    return new Retry(readable, readable ? null : now.reason());
  }

  /**
   * Destroys a file.
   *
   * @param matter the process instance in which two people of the office decided it
   * @throws StepsMissing when one person alone would
   */
  @Transactional
  public void discard(long id, String matter, String reason) {
    Delivery delivery = ledger.lock(id);
    if (delivery.state() != DeliveryState.QUARANTINED) {
      return;
    }
    String district = requests.require(delivery.requestId()).district();
    String office = district + "-census-office";
    Map<String, String> people =
        steps.require(
            matter, List.of(Needed.of("propose", office), Needed.of("discard", office, "propose")));
    String proposer = people.get("propose");
    String confirmer = people.get("discard");
    parts.erase(id);
    jdbc.sql(
            """
            update delivery set status = 'DISCARDED', discard_proposed_by = ?, discarded_by = ?, discarded_at = ?,
                discard_reason = ? where id = ?
            """)
        .params(proposer, confirmer, Moments.at(ledger.now()), reason, id)
        .update();
    audit.record(proposer, district, "quarantine.propose", "delivery", String.valueOf(id));
    audit.record(confirmer, district, "quarantine.discard", "delivery", String.valueOf(id));
  }
}
