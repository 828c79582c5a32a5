package org.censusflow.registration.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.HouseholdAnswers;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Checks households anew as their answers stand in the database, and writes the findings again. */
public final class HouseholdCheck {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> ITEMS = new TypeReference<>() {};
  private static final Set<String> COLUMNS =
      Set.of(
          "name", "relation", "id_number", "sex", "ethnicity", "residence", "hukou_place", "form");

  private final Connection connection;
  private final FormCatalogue catalogue;
  private final LocalDate reference;
  private final Map<LocalDate, FormChecker> checkers = new HashMap<>();

  public HouseholdCheck(Connection connection, FormCatalogue catalogue, LocalDate reference) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.reference = reference;
  }

  /**
   * A household's own row and, of each of its persons, the answers by their key and what was
   * answered in the version before.
   */
  private record Household(
      long id,
      String censusId,
      LocalDate filledIn,
      Map<String, String> items,
      Boolean drawn,
      int deaths,
      Map<Long, Map<String, String>> persons,
      Map<Long, Set<String>> before) {}

  /**
   * @param personsToo whether the persons' own findings are written again as well
   * @return how many findings were written
   */
  public int check(List<Long> ids, boolean personsToo) throws SQLException {
    if (ids.isEmpty()) {
      return 0;
    }
    List<Object[]> findings = new ArrayList<>();
    Map<Long, Set<String>> missed = personsToo ? missed(ids) : Map.of();
    for (Household household : households(ids).values()) {
      FormChecker checker = checker(household);
      if (personsToo) {
        household
            .persons()
            .forEach(
                (id, answers) -> {
                  PersonAnswers person = checker.person(answers.get("form"), answers::get);
                  Set<String> given = new HashSet<>(answers.keySet());
                  given.addAll(household.before().get(id));
                  given.addAll(missed(person.form(), missed.getOrDefault(id, Set.of())));
                  add(findings, household, id, checker.check(person, given));
                });
      }
      add(findings, household, null, together(household, household.persons()));
    }
    forget(ids, personsToo);
    IntakeTables.on(connection).insert("check_finding", ChunkFrame.FINDING, findings);
    return findings.size();
  }

  private FormChecker checker(Household household) {
    return checkers.computeIfAbsent(
        household.filledIn(), day -> new FormChecker(catalogue, reference, day));
  }

  /**
   * What would not fit together in a household any more, had one of its persons answered otherwise.
   *
   * @param person null for somebody who comes into the household
   */
  public List<Violation> raised(long id, Long person, Map<String, String> answers)
      throws SQLException {
    Household household = households(List.of(id)).get(id);
    List<Violation> before = together(household, household.persons());
    Map<Long, Map<String, String>> persons = new LinkedHashMap<>(household.persons());
    persons.put(person, answers);
    List<Violation> after = new ArrayList<>(together(household, persons));
    after.removeAll(before);
    return after;
  }

  private List<Violation> together(Household household, Map<Long, Map<String, String>> persons) {
    FormChecker checker = checker(household);
    return checker.check(
        new HouseholdAnswers(
            household.items()::get,
            persons.values().stream().map(it -> checker.person(it.get("form"), it::get)).toList(),
            household.deaths(),
            household.drawn()));
  }

  private static void add(
      List<Object[]> findings, Household household, Long person, List<Violation> violations) {
    for (Violation violation : violations) {
      findings.add(
          new Object[] {
            household.censusId(), household.id(), person, violation.check().id(), violation.about()
          });
    }
  }

  /**
   * Names of the items that persons have not answered although their source had a place for them.
   */
  private Map<Long, Set<String>> missed(List<Long> ids) throws SQLException {
    Map<Long, Set<String>> missed = new HashMap<>();
    String sql =
        "select person_id, item from check_finding where person_id is not null and check_id = '"
            + Checks.MISSING.id()
            + "' and household_id";
    try (PreparedStatement query = prepare(sql, ids);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        missed.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getString(2));
      }
    }
    return missed;
  }

  private List<String> missed(String form, Set<String> names) {
    return catalogue.personItems(form).stream()
        .filter(item -> names.contains(item.name()))
        .map(Item::key)
        .toList();
  }

  private void forget(List<Long> ids, boolean personsToo) throws SQLException {
    String persons = personsToo ? " or person_id is not null" : "";
    try (PreparedStatement delete =
        prepare(
            "delete from check_finding where (check_id like 'H%'" + persons + ") and household_id",
            ids)) {
      delete.executeUpdate();
    }
  }

  private Map<Long, Household> households(List<Long> ids) throws SQLException {
    Map<Long, Household> households = new LinkedHashMap<>();
    String sql =
        """
        select h.id, h.census_id, v.filled_in, v.items, f.chosen,
               (select count(*) from death_report d where d.household_id = h.id) as deaths
          from household h
          left join household_version v on v.household_id = h.id and v.version = h.current_version
          left join long_form_frame f on f.census_id = h.census_id and f.household_id = h.id
         where h.id
        """;
    try (PreparedStatement query = prepare(sql, ids);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Date filledIn = row.getDate(3);
        households.put(
            row.getLong(1),
            new Household(
                row.getLong(1),
                row.getString(2),
                filledIn == null ? reference : filledIn.toLocalDate(),
                items(row.getString(4)),
                (Boolean) row.getObject(5),
                row.getInt(6),
                new LinkedHashMap<>(),
                new HashMap<>()));
      }
    }
    persons(ids, households);
    return households;
  }

  private void persons(List<Long> ids, Map<Long, Household> households) throws SQLException {
    String sql =
        """
        select p.household_id, p.id as person, v.*, b.items as items_before from person p
          join person_version v on v.person_id = p.id and v.version = p.current_version
          left join person_version b on b.person_id = p.id and b.version = p.current_version - 1
         where v.status = 'REGISTERED' and p.household_id
        """;
    try (PreparedStatement query = prepare(sql, ids);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Map<String, String> answers = new HashMap<>(items(row.getString("items")));
        for (String column : COLUMNS) {
          answers.put(column, row.getString(column));
        }
        Date birth = row.getDate("birth_date");
        answers.put("birth_date", birth == null ? null : birth.toString());
        answers.put("line_no", String.valueOf(row.getInt("line_no")));
        Household household = households.get(row.getLong(1));
        household.persons().put(row.getLong(2), answers);
        household.before().put(row.getLong(2), items(row.getString("items_before")).keySet());
      }
    }
  }

  private PreparedStatement prepare(String sql, List<Long> ids) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            sql + " in (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")");
    for (int i = 0; i < ids.size(); i++) {
      statement.setLong(i + 1, ids.get(i));
    }
    return statement;
  }

  /** Answers that were stored as JSON. */
  public static Map<String, String> items(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, ITEMS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored answers are not JSON", e);
    }
  }
}
