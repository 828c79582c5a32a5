package org.censusflow.registration.question;

import static org.censusflow.registration.question.AnswerFindings.Finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.censusflow.registration.answers.HouseholdNumbers;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.HouseholdAnswers;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;
import org.censusflow.registration.intake.HouseholdCheck;
import org.censusflow.registration.question.AnswersInForce.InForce;
import org.censusflow.registration.question.AnswersInForce.Registered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds answers that are to be written against the checks of the intake, the person's and the whole
 * household's. What was wrong before and does not change is not held against who changes something
 * else.
 */
@Component
class AnswerChecks {

  private static final int LONGEST_ADDRESS = 200;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FormCatalogue catalogue;
  private final AnswersInForce inForce;
  private final Registrations registrations;

  AnswerChecks(
      JdbcClient jdbc,
      JdbcTemplate template,
      FormCatalogue catalogue,
      AnswersInForce inForce,
      Registrations registrations) {
    this.jdbc = jdbc;
    this.template = template;
    this.catalogue = catalogue;
    this.inForce = inForce;
    this.registrations = registrations;
  }

  AnswerFindings of(Proposal.Changed change) {
    Registered person = inForce.ofPerson(change.personId());
    InForce now = person.now();
    String form = change.form() == null ? now.form() : change.form();
    Map<String, String> answers = now.changed(change.answers());
    Set<String> changed = differing(now.answers(), answers);
    LocalDate reference = registrations.require(person.censusId()).referenceDay();
    FormChecker checker = new FormChecker(catalogue, reference, now.filledIn());
    Sorted sorted = new Sorted(form, changed);
    if (change.block() != null) {
      sorted.block(person.censusId(), change.block());
    }
    Set<Violation> known =
        new HashSet<>(checker.check(checker.person(now.form(), now.answers()::get), Set.of()));
    checker.check(checker.person(form, answers::get), changed).stream()
        .filter(found -> !known.contains(found) || sorted.concerns(found))
        .forEach(sorted::add);
    if (person.registered()) {
      together(
              reference,
              person.household(),
              person.personId(),
              filled(form, person.lineNo(), answers))
          .forEach(sorted::add);
    }
    return sorted.findings();
  }

  AnswerFindings of(Proposal.Added added) {
    Map<String, String> answers = new HashMap<>(added.answers());
    answers.values().removeIf(value -> value == null || value.isBlank());
    Set<String> given = new HashSet<>(added.answers().keySet());
    Sorted sorted = new Sorted(added.form(), given);
    sorted.block(added.censusId(), added.block());
    Long household = null;
    if (added.householdNo() != null) {
      int number = HouseholdNumbers.read(added.householdNo());
      if (number < 0) {
        sorted.fault("household_no", new Violation(Checks.HOUSEHOLD_NUMBER, null));
      } else {
        household = household(added.censusId(), added.block(), number);
      }
    }
    String address = added.address();
    if (household == null
        && (address == null || address.isBlank() || address.length() > LONGEST_ADDRESS)) {
      sorted.fault("address", new Violation(Checks.ADDRESS, null));
    }
    LocalDate reference = registrations.require(added.censusId()).referenceDay();
    FormChecker checker = new FormChecker(catalogue, reference, reference);
    PersonAnswers person = checker.person(added.form(), answers::get);
    checker.check(person, given).forEach(sorted::add);
    List<Violation> together =
        household == null
            ? checker.check(new HouseholdAnswers(key -> null, List.of(person), 0, null))
            : together(
                reference, household, null, filled(added.form(), nextLine(household), answers));
    together.forEach(sorted::add);
    return sorted.findings();
  }

  /** The household under a number; null when the block has none. */
  Long household(String censusId, String block, int number) {
    return jdbc.sql(
            "select id from household where census_id = ? and block_code = ? and household_no = ?")
        .params(censusId, block, number)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** The line of a household's form that the next person stands on. */
  int nextLine(long household) {
    return jdbc.sql(
            """
            select coalesce(max(v.line_no), 0) + 1 from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.household_id = ?
            """)
        .param(household)
        .query(Integer.class)
        .single();
  }

  private static Map<String, String> filled(String form, int line, Map<String, String> answers) {
    Map<String, String> filled = new HashMap<>(answers);
    filled.put("form", form);
    filled.put("line_no", String.valueOf(line));
    return filled;
  }

  /** What would not fit together in the household any more. */
  private List<Violation> together(
      LocalDate reference, long household, Long person, Map<String, String> answers) {
    return template.execute(
        (ConnectionCallback<List<Violation>>)
            connection ->
                new HouseholdCheck(connection, catalogue, reference)
                    .raised(household, person, answers));
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .collect(Collectors.toSet());
  }

  /** Findings as they come, apart by whether they refuse. */
  private final class Sorted {

    private final Map<String, String> keys;
    private final Set<String> changed;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();

    Sorted(String form, Set<String> changed) {
      this.changed = changed;
      this.keys =
          catalogue.personItems(form).stream().collect(Collectors.toMap(Item::name, Item::key));
    }

    boolean concerns(Violation found) {
      return items(found).stream().anyMatch(changed::contains);
    }

    private List<String> items(Violation found) {
      return found.about() == null
          ? Checks.items(found.check())
          : Stream.ofNullable(keys.get(found.about())).toList();
    }

    void add(Violation found) {
      boolean refused = found.refuses() || (Checks.binds(found.check()) && concerns(found));
      String item =
          items(found).stream()
              .min(Comparator.comparing(key -> !changed.contains(key)))
              .orElse(null);
      (refused ? faults : doubts).add(new Finding(item, found.text()));
    }

    void fault(String item, Violation found) {
      faults.add(new Finding(item, found.text()));
    }

    void block(String censusId, String block) {
      boolean there =
          jdbc.sql(
                      "select count(*) from block where census_id = ? and code = ? and retired_at is null")
                  .params(censusId, block)
                  .query(Integer.class)
                  .single()
              > 0;
      if (!there) {
        fault("block", new Violation(Checks.UNKNOWN_BLOCK, null));
      }
    }

    AnswerFindings findings() {
      return new AnswerFindings(List.copyOf(faults), List.copyOf(doubts));
    }
  }
}
