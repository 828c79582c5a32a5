package org.censusflow.base.audit;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.data.BulkInsert;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain of the audit's entries. Entries are linked after their transactions have ended, in the
 * order in which they are found: what was rolled back leaves no gap, and what was committed late
 * comes later ({@code docs/decisions/0007-audit-chain.md}).
 */
@Component
class AuditChain {

  /** Entries that one transaction links. */
  static final int BATCH = 5_000;

  private final JdbcTemplate jdbc;
  private final ChainHash hash;

  AuditChain(JdbcTemplate jdbc, @Value("${censusflow.audit.hash:SHA-256}") String hash) {
    this.jdbc = jdbc;
    this.hash = ChainHash.named(hash);
  }

  /**
   * What a round has linked.
   *
   * @param highest the highest id among the linked entries; 0 for none
   */
  record Round(int linked, long highest) {}

  /** How far the chain is. */
  ChainRoot root() {
    return jdbc
        .query(
            "select number, hash from audit_link order by number desc limit 1",
            (row, n) -> new ChainRoot(row.getLong("number"), row.getString("hash")))
        .stream()
        .findFirst()
        .orElse(ChainRoot.EMPTY);
  }

  /**
   * Links the next entries beyond an id.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another program links at the same
   *     time; nothing is linked then
   */
  @Transactional
  public Round link(long beyond) {
    ChainRoot root = root();
    List<AuditEntry> entries = unlinked(beyond);
    List<Object[]> links = new ArrayList<>(entries.size());
    long number = root.count();
    String link = root.link();
    long highest = 0;
    for (AuditEntry entry : entries) {
      number++;
      link = hash.link(link, AuditLine.content(number, entry));
      links.add(new Object[] {number, entry.id(), link});
      highest = Math.max(highest, entry.id());
    }
    BulkInsert.rows(jdbc, "audit_link (number, entry_id, hash)", links);
    return new Round(links.size(), highest);
  }

  private List<AuditEntry> unlinked(long beyond) {
    return jdbc.query(
        "select "
            + AuditEntry.COLUMNS
            + """
               from audit_entry e
              where e.id > ? and not exists (select 1 from audit_link l where l.entry_id = e.id)
              order by e.id limit ?
            """,
        (row, n) -> AuditEntry.of(row),
        beyond,
        BATCH);
  }
}
