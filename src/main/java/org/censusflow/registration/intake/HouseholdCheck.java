package org.censusflow.registration.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.HouseholdAnswers;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Checks a household anew as its answers stand in the database, and writes the findings again. */
public final class HouseholdCheck {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> ITEMS = new TypeReference<>() {};
  private static final List<String> FINDING =
      List.of("census_id", "household_id", "person_id", "check_id", "item");

  private final Connection connection;
  private final FormCatalogue catalogue;
  private final LocalDate reference;

  public HouseholdCheck(Connection connection, FormCatalogue catalogue, LocalDate reference) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.reference = reference;
  }

  /** A household's own row. */
  private record Own(
      String censusId, LocalDate filledIn, Map<String, String> items, Boolean drawn, int deaths) {}

  /**
   * @param personsToo whether the persons' own findings are written again as well
   * @return how many findings there are now that were written
   */
  public int check(long household, boolean personsToo) throws SQLException {
    Own own = own(household);
    if (own == null) {
      return 0;
    }
    FormChecker checker = new FormChecker(catalogue, reference, own.filledIn());
    List<Object[]> findings = new ArrayList<>();
    List<PersonAnswers> persons = new ArrayList<>();
    for (Map.Entry<Long, Map<String, String>> person : persons(household).entrySet()) {
      Map<String, String> answers = person.getValue();
      PersonAnswers checked = checker.person(answers.get("form"), answers::get);
      persons.add(checked);
      if (personsToo) {
        for (Violation violation : checker.check(checked, answers.keySet())) {
          findings.add(row(own, household, person.getKey(), violation));
        }
      }
    }
    for (Violation violation :
        checker.check(new HouseholdAnswers(own.items()::get, persons, own.deaths(), own.drawn()))) {
      findings.add(row(own, household, null, violation));
    }
    forget(household, personsToo);
    Tables.on(connection).insert("check_finding", FINDING, findings);
    return findings.size();
  }

  private static Object[] row(Own own, long household, Long person, Violation violation) {
    return new Object[] {
      own.censusId(), household, person, violation.check().id(), violation.about()
    };
  }

  private void forget(long household, boolean personsToo) throws SQLException {
    String sql =
        "delete from check_finding where household_id = ? and (check_id like 'H%' or (? and person_id is not null))";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, household);
      delete.setBoolean(2, personsToo);
      delete.executeUpdate();
    }
  }

  private Own own(long household) throws SQLException {
    String sql =
        """
        select h.census_id, v.filled_in, v.items, f.chosen,
               (select count(*) from death_report d where d.household_id = h.id) as deaths
          from household h
          left join household_version v on v.household_id = h.id and v.version = h.current_version
          left join long_form_frame f on f.census_id = h.census_id and f.household_id = h.id
         where h.id = ?
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, household);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        java.sql.Date filledIn = row.getDate(2);
        return new Own(
            row.getString(1),
            filledIn == null ? reference : filledIn.toLocalDate(),
            items(row.getString(3)),
            (Boolean) row.getObject(4),
            row.getInt(5));
      }
    }
  }

  private Map<Long, Map<String, String>> persons(long household) throws SQLException {
    String sql =
        """
        select p.id, v.* from person p
          join person_version v on v.person_id = p.id and v.version = p.current_version
         where p.household_id = ? and v.status = 'REGISTERED' order by v.line_no, p.id
        """;
    Map<Long, Map<String, String>> persons = new java.util.LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, household);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Map<String, String> answers = new HashMap<>(items(row.getString("items")));
          for (String column : columns()) {
            answers.put(column, row.getString(column));
          }
          java.sql.Date birth = row.getDate("birth_date");
          answers.put("birth_date", birth == null ? null : birth.toString());
          answers.put("line_no", String.valueOf(row.getInt("line_no")));
          persons.put(row.getLong(1), answers);
        }
      }
    }
    return persons;
  }

  private static Set<String> columns() {
    return Set.of(
        "name", "relation", "id_number", "sex", "ethnicity", "residence", "hukou_place", "form");
  }

  static Map<String, String> items(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, ITEMS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored answers are not JSON", e);
    }
  }
}
