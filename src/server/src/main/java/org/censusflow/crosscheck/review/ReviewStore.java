package org.censusflow.crosscheck.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.review.ReviewTask.Part;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of pairs and of what people say of them. Rows are only added. */
@Component
class ReviewStore {

  /** The run whose differences count. */
  private static final String OF_LATEST_RUN =
      " where run_id = (select max(id) from comparison_run where census_id = ?)";

  private static final String WITHOUT_VERDICT =
      " and not exists (select 1 from pair_verdict v where v.pair_id = review_pair.id)";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  ReviewStore(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  void add(String censusId, long run, List<DoubtfulPair> pairs, int batchSize) {
    List<Object[]> rows = new ArrayList<>(pairs.size());
    for (DoubtfulPair pair : pairs) {
      rows.add(
          new Object[] {
            run,
            censusId,
            censusId + "/pairs/" + run + "-" + (rows.size() / batchSize + 1),
            pair.personId(),
            pair.supply(),
            pair.deliveryId(),
            pair.line(),
            pair.recordId(),
            pair.posterior(),
            (pair.takenAsSame() ? PairAnswer.SAME : PairAnswer.DIFFERENT).code(),
            pair.evidence()
          });
    }
    BulkInsert.rows(
        template,
        "review_pair (run_id, census_id, batch, person_id, supply, delivery_id, line, "
            + "record_id, posterior, machine_verdict, evidence)",
        rows);
  }

  /** Pairs of the latest run without a verdict. */
  int undecided(String censusId) {
    return jdbc.sql("select count(*) from review_pair" + OF_LATEST_RUN + WITHOUT_VERDICT)
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  /** Batches of the latest run with pairs without a verdict. */
  List<String> batches(String censusId) {
    return jdbc.sql(
            "select batch from review_pair"
                + OF_LATEST_RUN
                + WITHOUT_VERDICT
                + " group by batch order by min(id)")
        .param(censusId)
        .query(String.class)
        .list();
  }

  /** Two officers who answer at once must not each be the first. */
  void lock(String batch) {
    jdbc.sql("select id from review_pair where batch = ? order by id for update")
        .param(batch)
        .query(Long.class)
        .list();
  }

  boolean isOf(String district, String batch) {
    return jdbc.sql(
                """
                select count(*) from review_pair p join census c on c.id = p.census_id
                 where c.district = ? and p.batch = ?
                """)
            .params(district, batch)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The pairs of a batch in their order, with the last answer of each part. */
  List<JudgedPair> ofBatch(String batch) {
    Map<Long, Map<Part, JudgedPair.Given>> answers = new HashMap<>();
    jdbc.sql(
            """
            select a.* from pair_answer a join review_pair p on p.id = a.pair_id
             where p.batch = ? order by a.id
            """)
        .param(batch)
        .query(
            (RowCallbackHandler)
                row ->
                    answers
                        .computeIfAbsent(row.getLong("pair_id"), pair -> new EnumMap<>(Part.class))
                        .put(part(row), given(row)));
    return jdbc.sql("select * from review_pair where batch = ? order by id")
        .param(batch)
        .query(
            (row, n) ->
                new JudgedPair(
                    row.getLong("id"),
                    row.getString("census_id"),
                    row.getLong("person_id"),
                    row.getString("supply"),
                    new RegisterRow.Key(row.getLong("delivery_id"), row.getInt("line")),
                    row.getString("record_id"),
                    answers.getOrDefault(row.getLong("id"), Map.of())))
        .list();
  }

  private static Part part(ResultSet row) throws SQLException {
    return Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT));
  }

  private static JudgedPair.Given given(ResultSet row) throws SQLException {
    return new JudgedPair.Given(
        PairAnswer.ofCode(row.getString("answer")).orElseThrow(),
        row.getString("reason"),
        row.getString("answered_by"));
  }

  void answer(long pairId, Part part, PairAnswer answer, String reason, String user) {
    jdbc.sql(
            """
            insert into pair_answer (pair_id, part, answer, reason, answered_by, answered_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(pairId, part.code(), answer.code(), reason, user, Moments.now(clock))
        .update();
  }

  /** Whether an account has ever answered in another part of a batch. */
  boolean answeredElsewhere(String batch, Part part, String user) {
    return jdbc.sql(
                """
                select count(*) from pair_answer a join review_pair p on p.id = a.pair_id
                 where p.batch = ? and a.part <> ? and a.answered_by = ?
                """)
            .params(batch, part.code(), user)
            .query(Integer.class)
            .single()
        > 0;
  }

  String district(String censusId) {
    return jdbc.sql("select district from census where id = ?")
        .param(censusId)
        .query(String.class)
        .single();
  }

  /** Puts a verdict on record unless the pair has one; whether it had none. */
  boolean decide(JudgedPair pair, PairAnswer verdict) {
    return jdbc.sql(
                """
            insert into pair_verdict (pair_id, census_id, person_id, supply, record_id, verdict, basis, decided_at)
            select p.id, p.census_id, p.person_id, p.supply, p.record_id, ?, ?, ? from review_pair p
             where p.id = ? and not exists (select 1 from pair_verdict v where v.pair_id = p.id)
            """)
            .params(
                verdict.code(),
                pair.agreed().isPresent() ? "agreement" : "lead",
                Moments.now(clock),
                pair.id())
            .update()
        == 1;
  }
}
