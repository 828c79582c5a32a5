package org.censusflow.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.Violation;
import org.censusflow.registration.intake.HouseholdCheck;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a household answered to a question as a new version, and checks the household anew.
 */
@Component
class AnswerVersions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> COLUMNS =
      Set.of("name", "relation", "id_number", "sex", "ethnicity", "residence", "hukou_place");

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FormCatalogue catalogue;
  private final Registrations registrations;
  private final Clock clock;

  AnswerVersions(
      JdbcClient jdbc,
      JdbcTemplate template,
      FormCatalogue catalogue,
      Registrations registrations,
      Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.catalogue = catalogue;
    this.registrations = registrations;
    this.clock = clock;
  }

  /** The answers in force, and when and on which form they were given. */
  private record InForce(Map<String, String> answers, String form, LocalDate filledIn) {}

  /**
   * Holds a changed answer against the checks that refuse.
   *
   * @throws QuestionRefused with what is wrong, in Chinese
   */
  void hold(HouseholdQuestion question, Map<String, String> changes) {
    InForce now = inForce(question);
    List<Item> items =
        question.personId() == null
            ? catalogue.householdItems(now.form())
            : catalogue.personItems(now.form());
    Set<String> keys = items.stream().map(Item::key).collect(Collectors.toSet());
    if (!keys.containsAll(changes.keySet())) {
      throw new QuestionRefused("CF-E840 答复中有普查表没有的项目。");
    }
    Map<String, String> changed = changed(now.answers(), changes);
    FormChecker checker =
        new FormChecker(
            catalogue, registrations.require(question.censusId()).referenceDay(), now.filledIn());
    List<Violation> found =
        question.personId() == null
            ? checker.checkItems(now.form(), changed::get, Set.of())
            : checker.check(checker.person(now.form(), changed::get), Set.of());
    String faults =
        found.stream()
            .filter(Violation::refuses)
            .map(Violation::text)
            .collect(Collectors.joining("；"));
    if (!faults.isEmpty()) {
      throw new QuestionRefused("CF-E840 " + faults);
    }
  }

  void apply(HouseholdQuestion question, String checker) {
    hold(question, question.answer());
    Map<String, String> changed = changed(inForce(question).answers(), question.answer());
    if (question.personId() == null) {
      household(question, changed, checker);
    } else {
      person(question, changed, checker);
    }
    recheck(question.censusId(), question.householdId());
  }

  /** Writes the findings of a household's checks again. */
  void recheck(String censusId, long household) {
    LocalDate reference = registrations.require(censusId).referenceDay();
    template.execute(
        (ConnectionCallback<Integer>)
            connection ->
                new HouseholdCheck(connection, catalogue, reference)
                    .check(List.of(household), true));
  }

  private static Map<String, String> changed(
      Map<String, String> answers, Map<String, String> changes) {
    Map<String, String> changed = new HashMap<>(answers);
    changes.forEach(
        (key, value) -> changed.put(key, value == null || value.isBlank() ? null : value.strip()));
    return changed;
  }

  private InForce inForce(HouseholdQuestion question) {
    Map<String, Object> household =
        jdbc.sql(
                """
                select v.items, v.filled_in, v.form_number from household h
                  left join household_version v on v.household_id = h.id and v.version = h.current_version
                 where h.id = ?
                """)
            .param(question.householdId())
            .query((row, n) -> row(row.getString(1), row.getDate(2), row.getString(3)))
            .single();
    LocalDate filledIn =
        household.get("filled_in") == null
            ? registrations.require(question.censusId()).referenceDay()
            : (LocalDate) household.get("filled_in");
    if (question.personId() == null) {
      String form =
          catalogue.forms().stream()
              .filter(known -> known.number().equals(household.get("form_number")))
              .findFirst()
              .map(known -> known.key())
              .orElse(FormCatalogue.SHORT);
      return new InForce(HouseholdCheck.items((String) household.get("items")), form, filledIn);
    }
    RegisteredPerson person = registrations.current(List.of(question.personId())).get(0);
    Answers a = person.answers();
    Map<String, String> answers = new HashMap<>(items(question.personId()));
    answers.put("name", a.name());
    answers.put("relation", a.relation());
    answers.put("id_number", a.idNumber());
    answers.put("sex", a.sex());
    answers.put("birth_date", a.birthDate() == null ? null : a.birthDate().toString());
    answers.put("ethnicity", a.ethnicity());
    answers.put("residence", a.residence());
    answers.put("hukou_place", a.hukouPlace());
    return new InForce(answers, a.form(), filledIn);
  }

  private static Map<String, Object> row(String items, java.sql.Date filledIn, String form)
      throws SQLException {
    Map<String, Object> row = new HashMap<>();
    row.put("items", items);
    row.put("filled_in", filledIn == null ? null : filledIn.toLocalDate());
    row.put("form_number", form);
    return row;
  }

  private Map<String, String> items(long personId) {
    return HouseholdCheck.items(
        jdbc.sql(
                """
                select v.items from person p
                  join person_version v on v.person_id = p.id and v.version = p.current_version where p.id = ?
                """)
            .param(personId)
            .query((row, n) -> row.getString(1))
            .list()
            .get(0));
  }

  private void person(HouseholdQuestion question, Map<String, String> changed, String checker) {
    Map<String, String> items = new TreeMap<>(changed);
    items.keySet().removeAll(COLUMNS);
    items.remove("birth_date");
    items.values().removeIf(value -> value == null);
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, relation, id_number, sex,
                birth_date, ethnicity, residence, hukou_place, form, items, reason, evidence, question_id, made_by,
                checked_by, made_at)
            select v.person_id, v.version + 1, v.status, v.block_code, v.line_no, ?, ?, ?, ?, ?, ?, ?, ?, v.form,
                   ?, ?, ?, ?, ?, ?, ?
              from person p join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.id = ?
            """)
        .params(
            changed.get("name"),
            changed.get("relation"),
            changed.get("id_number"),
            changed.get("sex"),
            java.sql.Date.valueOf(changed.get("birth_date")),
            changed.get("ethnicity"),
            changed.get("residence"),
            changed.get("hukou_place"),
            json(items),
            question.reason(),
            question.evidence(),
            question.id(),
            question.answeredBy(),
            checker,
            Timestamp.from(clock.instant()),
            question.personId())
        .update();
    jdbc.sql("update person set current_version = current_version + 1 where id = ?")
        .param(question.personId())
        .update();
  }

  private void household(HouseholdQuestion question, Map<String, String> changed, String checker) {
    Map<String, String> items = new TreeMap<>(changed);
    items.values().removeIf(value -> value == null);
    jdbc.sql(
            """
            insert into household_version (household_id, version, form_number, filled_in, items, confirmed_by, reason,
                evidence, question_id, made_by, checked_by, made_at)
            select v.household_id, v.version + 1, v.form_number, v.filled_in, ?, ?, ?, ?, ?, ?, ?, ?
              from household h join household_version v on v.household_id = h.id and v.version = h.current_version
             where h.id = ?
            """)
        .params(
            json(items),
            question.confirmedBy(),
            question.reason(),
            question.evidence(),
            question.id(),
            question.answeredBy(),
            checker,
            Timestamp.from(clock.instant()),
            question.householdId())
        .update();
    jdbc.sql("update household set current_version = current_version + 1 where id = ?")
        .param(question.householdId())
        .update();
  }

  private static String json(Map<String, String> items) {
    try {
      return items.isEmpty() ? null : JSON.writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
