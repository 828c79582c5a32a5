package org.censusflow.registration;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormDefinition;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.intake.HouseholdCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the answers that a question is about as they stand now. */
@Component
class AnswersInForce {

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
    Household household = household(question);
    if (question.personId() == null) {
      return new InForce(
          household.items(),
          household.form(),
          household.filledIn(),
          catalogue.householdItems(household.form()));
    }
    Answers person = registrations.current(List.of(question.personId())).get(0).answers();
    Map<String, String> answers = new HashMap<>(itemsOf(question.personId()));
    answers.put("name", person.name());
    answers.put("relation", person.relation());
    answers.put("id_number", person.idNumber());
    answers.put("sex", person.sex());
    answers.put("birth_date", person.birthDate() == null ? null : person.birthDate().toString());
    answers.put("ethnicity", person.ethnicity());
    answers.put("residence", person.residence());
    answers.put("hukou_place", person.hukouPlace());
    answers.values().removeIf(value -> value == null || value.isBlank());
    return new InForce(
        answers, person.form(), household.filledIn(), catalogue.personItems(person.form()));
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
    Date filledIn = row.getDate("filled_in");
    String number = row.getString("form_number");
    return new Household(
        HouseholdCheck.items(row.getString("items")),
        catalogue.forms().stream()
            .filter(form -> form.number().equals(number))
            .findFirst()
            .map(FormDefinition::key)
            .orElse(FormCatalogue.SHORT),
        filledIn == null ? registrations.require(censusId).referenceDay() : filledIn.toLocalDate());
  }

  private Map<String, String> itemsOf(long personId) {
    return jdbc.sql(
            """
            select v.items from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version where p.id = ?
            """)
        .param(personId)
        .query((row, n) -> HouseholdCheck.items(row.getString(1)))
        .single();
  }
}
