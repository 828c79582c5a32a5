package org.censusflow.registration.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.registration.form.FormCatalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which a person's answers get a later version. Who writes has held them against
 * {@link AnswerChecks} before.
 */
@Component
class PersonVersions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Clock clock;

  PersonVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the version says.
   *
   * @param status {@code REGISTERED} or {@code REMOVED}
   * @param answers all of them by item key, not only those that change
   */
  record Content(
      String status, String block, int lineNo, String form, Map<String, String> answers) {}

  /**
   * Where the version comes from.
   *
   * @param differenceId the difference that it settles; null for a question's reply
   * @param questionId the question that it answers; null for a difference
   */
  record Origin(
      Long differenceId,
      Long questionId,
      String reason,
      String evidence,
      String madeBy,
      String checkedBy) {}

  /** Writes the person's next version and puts it in force. */
  void write(long personId, Content content, Origin origin) {
    Map<String, String> a = content.answers();
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, relation, id_number, sex,
                birth_date, ethnicity, residence, hukou_place, form, items, reason, evidence, difference_id, question_id,
                made_by, checked_by, made_at)
            values (?, (select current_version + 1 from person where id = ?),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            personId,
            personId,
            content.status(),
            content.block(),
            content.lineNo(),
            a.get("name"),
            a.get("relation"),
            a.get("id_number"),
            a.get("sex"),
            a.get("birth_date") == null ? null : Date.valueOf(a.get("birth_date")),
            a.get("ethnicity"),
            a.get("residence"),
            a.get("hukou_place"),
            content.form(),
            items(a),
            origin.reason(),
            origin.evidence(),
            origin.differenceId(),
            origin.questionId(),
            origin.madeBy(),
            origin.checkedBy(),
            Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("update person set current_version = current_version + 1 where id = ?")
        .param(personId)
        .update();
  }

  /** Answers that have no column of their own, as JSON; null for none. */
  private static String items(Map<String, String> answers) {
    Map<String, String> items = new TreeMap<>(answers);
    items.keySet().removeAll(FormCatalogue.COLUMNS);
    return json(items);
  }

  static String json(Map<String, String> items) {
    Map<String, String> given = new TreeMap<>(items);
    given.values().removeIf(value -> value == null);
    try {
      return given.isEmpty() ? null : JSON.writeValueAsString(given);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
