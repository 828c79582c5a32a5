package org.censusflow.registration.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.base.data.Params;
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
    Map<String, String> answers = content.answers();
    String birth = answers.get("birth_date");
    Params row = Params.of(content).and(origin);
    FormCatalogue.COLUMNS.forEach(column -> row.and(column, answers.get(column)));
    row.and("person", personId)
        .and("birth_date", birth == null ? null : LocalDate.parse(birth))
        .and("items", items(answers))
        .and("now", clock.instant());
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, relation, id_number, sex,
                birth_date, ethnicity, residence, hukou_place, form, items, reason, evidence, difference_id, question_id,
                made_by, checked_by, made_at)
            values (:person, (select current_version + 1 from person where id = :person), :status, :block, :lineNo,
                :name, :relation, :id_number, :sex, :birth_date, :ethnicity, :residence, :hukou_place, :form, :items,
                :reason, :evidence, :differenceId, :questionId, :madeBy, :checkedBy, :now)
            """)
        .paramSource(row)
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
