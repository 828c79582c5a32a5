package org.censusflow.registration.question;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormDefinition;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.intake.HouseholdCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the answers that a question is about as they stand now. */
@Component
class AnswersInForce {

  private static final List<String> COLUMNS =
      List.of("name", "relation", "id_number", "sex", "ethnicity", "residence", "hukou_place");

  private final JdbcClient jdbc;
  private final FormCatalogue catalogue;
  private final Registrations registrations;

  AnswersInForce(JdbcClient jdbc, FormCatalogue catalogue, Registrations registrations) {
    this.jdbc = jdbc;
    this.catalogue = catalogue;
    this.registrations = registrations;
  }

  /**
   * The answers in force, and when and on which form they were given.
   *
   * @param answers by item key; what was not answered is not there
   * @param items what the form asks, of a person or of the household
   */
  record InForce(Map<String, String> answers, String form, LocalDate filledIn, List<Item> items) {

    /** The answers after some of them change; an empty change takes an answer away. */
    Map<String, String> changed(Map<String, String> changes) {
      Map<String, String> changed = new HashMap<>(answers);
      changed.putAll(changes);
      changed.values().removeIf(value -> value == null || value.isBlank());
      return changed;
    }
  }

  InForce of(HouseholdQuestion question) {
    if (question.personId() == null) {
      Household household = household(question);
      return new InForce(
          household.items(),
          household.form(),
          household.filledIn(),
          catalogue.householdItems(household.form()));
    }
    return ofPerson(question.personId()).now();
  }

  /**
   * A person's answers, and where they stand.
   *
   * @param registered whether the person counts, or was removed since
   * @param lineNo line in the household's form
   */
  record Registered(
      long personId,
      String censusId,
      long household,
      String block,
      int lineNo,
      boolean registered,
      InForce now) {

    String status() {
      return registered ? "REGISTERED" : "REMOVED";
    }
  }

  Registered ofPerson(long personId) {
    return jdbc.sql(
            """
            select p.census_id, p.household_id, h.filled_in, v.* from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
              left join household w on w.id = p.household_id
              left join household_version h on h.household_id = w.id and h.version = w.current_version
             where p.id = ?
            """)
        .param(personId)
        .query((row, n) -> registered(row))
        .single();
  }

  private Registered registered(ResultSet row) throws SQLException {
    Map<String, String> answers = new HashMap<>(HouseholdCheck.items(row.getString("items")));
    for (String column : COLUMNS) {
      answers.put(column, row.getString(column));
    }
    Date birth = row.getDate("birth_date");
    answers.put("birth_date", birth == null ? null : birth.toString());
    answers.values().removeIf(value -> value == null || value.isBlank());
    String censusId = row.getString("census_id");
    String form = row.getString("form");
    return new Registered(
        row.getLong("person_id"),
        censusId,
        row.getLong("household_id"),
        row.getString("block_code"),
        row.getInt("line_no"),
        "REGISTERED".equals(row.getString("status")),
        new InForce(
            answers,
            form,
            filledIn(row.getDate("filled_in"), censusId),
            catalogue.personItems(form)));
  }

  private record Household(Map<String, String> items, String form, LocalDate filledIn) {}

  private Household household(HouseholdQuestion question) {
    return jdbc.sql(
            """
            select v.items, v.filled_in, v.form_number from household h
              left join household_version v on v.household_id = h.id and v.version = h.current_version
             where h.id = ?
            """)
        .param(question.householdId())
        .query((row, n) -> read(row, question.censusId()))
        .single();
  }

  private Household read(ResultSet row, String censusId) throws SQLException {
    String number = row.getString("form_number");
    return new Household(
        HouseholdCheck.items(row.getString("items")),
        catalogue.forms().stream()
            .filter(form -> form.number().equals(number))
            .findFirst()
            .map(FormDefinition::key)
            .orElse(FormCatalogue.SHORT),
        filledIn(row.getDate("filled_in"), censusId));
  }

  private LocalDate filledIn(Date day, String censusId) {
    return day == null ? registrations.require(censusId).referenceDay() : day.toLocalDate();
  }
}
