package org.censusflow.postenumeration.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.data.Moments;
import org.censusflow.files.Sha256;
import org.censusflow.governance.violation.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys what identifies people, once two people have authorised it, the period is over and no
 * violation case is open; and certifies what was destroyed (Census Regulations art. 32, Personal
 * Information Protection Law art. 47).
 */
@Component
public class Destructions {

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final LastingRecords lasting;
  private final Violations violations;
  private final TakenSteps steps;
  private final Clock clock;

  Destructions(
      JdbcClient jdbc,
      PersonalData personalData,
      LastingRecords lasting,
      Violations violations,
      TakenSteps steps,
      Clock clock) {
    this.jdbc = jdbc;
    this.steps = steps;
    this.personalData = personalData;
    this.lasting = lasting;
    this.violations = violations;
    this.clock = clock;
  }

  /** How far a destruction is. */
  public enum State {
    MORE,
    DONE,
    HOLD
  }

  /** What of a census identifies people now: what staff call it, to rows. */
  public Map<String, Long> inventory(String censusId) {
    Map<String, Long> counts = personalData.counts(censusId);
    Map<String, Long> labelled = new LinkedHashMap<>();
    personalData.held().forEach(it -> labelled.put(it.label(), counts.get(it.table())));
    return labelled;
  }

  /** Violation cases of the district that are not closed: their evidence must not go. */
  public int openCases(String district) {
    return violations.unsettled(district);
  }

  /**
   * Two people put their names to it, whom a lead's approval allowed. First counts what there is,
   * and takes down what is kept of it: who provided how many records when, and how many differences
   * there were.
   *
   * @throws StepsMissing when one of those steps is not on record, or somebody took two of them
   */
  @Transactional
  public void authorise(String processKey) {
    Map<String, String> people = authority(processKey).people(processKey, steps);
    String censusId = authority(processKey).censusId();
    lasting.keep(censusId);
    personalData.counts(censusId).forEach((table, rows) -> take(processKey, table, rows));
    jdbc.sql(
            """
            update retention set status = 'AUTHORISED', destroyed_by = ?, supervised_by = ?, authorised_at = ?
             where process_key = ?
            """)
        .params(people.get("destroy"), people.get("supervise"), Moments.now(clock), processKey)
        .update();
  }

  /** What an earlier, interrupted destruction took away still counts. */
  private void take(String processKey, String table, long rows) {
    int known =
        jdbc.sql(
                "update destruction_count set counted = destroyed + ? where process_key = ? and holding = ?")
            .params(rows, processKey, table)
            .update();
    if (known == 0) {
      jdbc.sql("insert into destruction_count (process_key, holding, counted) values (?, ?, ?)")
          .params(processKey, table, rows)
          .update();
    }
  }

  /**
   * Destroys the next batch.
   *
   * @throws IllegalStateException unless two people have authorised it and the period is over
   */
  @Transactional
  public State destroySome(String processKey) {
    Authority authority = authority(processKey);
    boolean authorised =
        List.of("AUTHORISED", "DESTROYED").contains(authority.status())
            && !authority.destroyedBy().equals(authority.supervisedBy());
    if (!authorised || clock.instant().isBefore(authority.destroyAfter())) {
      throw new IllegalStateException("Destruction of " + processKey + " is not authorised yet");
    }
    if (openCases(authority.district()) > 0) {
      return State.HOLD;
    }
    Map<String, Integer> destroyed = personalData.destroySome(authority.censusId());
    destroyed.forEach(
        (table, rows) ->
            jdbc.sql(
                    """
                    update destruction_count set destroyed = destroyed + ? where process_key = ? and holding = ?
                    """)
                .params(rows, processKey, table)
                .update());
    if (!destroyed.isEmpty()) {
      return State.MORE;
    }
    jdbc.sql(
            """
            update retention set status = 'DESTROYED', destroyed_at = coalesce(destroyed_at, ?) where process_key = ?
            """)
        .params(Moments.now(clock), processKey)
        .update();
    return State.DONE;
  }

  /**
   * Certifies that nothing is left; once.
   *
   * @throws IllegalStateException when something is left, or less was destroyed than there was
   */
  @Transactional
  public Certificate certify(String processKey) {
    Authority authority = authority(processKey);
    long left = personalData.counts(authority.censusId()).values().stream().mapToLong(n -> n).sum();
    long missing =
        jdbc.sql(
                "select count(*) from destruction_count where process_key = ? and destroyed < counted")
            .param(processKey)
            .query(Long.class)
            .single();
    if (left > 0 || missing > 0 || !"DESTROYED".equals(authority.status())) {
      throw new IllegalStateException("Destruction of " + processKey + " is not complete");
    }
    if (jdbc.sql("select count(*) from destruction_certificate where process_key = ?")
            .param(processKey)
            .query(Integer.class)
            .single()
        == 0) {
      String number = "XH-" + authority.censusId();
      String content = new CertificateText(jdbc).of(processKey, number);
      jdbc.sql(
              """
              insert into destruction_certificate (process_key, number, content, sha256, issued_at)
              values (?, ?, ?, ?, ?)
              """)
          .params(processKey, number, content, Sha256.hex(content), Moments.now(clock))
          .update();
    }
    return certificates("c.process_key = ?", processKey).get(0);
  }

  /** The certificates of a district, newest first. */
  public List<Certificate> certificates(String district) {
    return certificates("r.district = ?", district);
  }

  private List<Certificate> certificates(String condition, String value) {
    return jdbc.sql(
            """
            select c.number, c.content, c.sha256, c.issued_at
              from destruction_certificate c join retention r on r.process_key = c.process_key
             where %s order by c.issued_at desc, c.number
            """
                .formatted(condition))
        .param(value)
        .query(
            (row, n) ->
                new Certificate(
                    row.getString("number"),
                    row.getString("content"),
                    row.getString("sha256"),
                    row.getString("sha256").equals(Sha256.hex(row.getString("content"))),
                    row.getTimestamp("issued_at").toInstant()))
        .list();
  }

  private Authority authority(String processKey) {
    return jdbc.sql(
            """
            select census_id, district, status, destroy_after, destroyed_by, supervised_by from retention
             where process_key = ?
            """)
        .param(processKey)
        .query(Authority.class)
        .single();
  }
}
