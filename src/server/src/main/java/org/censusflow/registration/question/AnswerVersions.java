package org.censusflow.registration.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.Violation;
import org.censusflow.registration.intake.HouseholdCheck;
import org.censusflow.registration.intake.Turns;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.censusflow.registration.question.AnswersInForce.InForce;
import org.censusflow.registration.question.AnswersInForce.Registered;
import org.censusflow.registration.question.PersonVersions.Content;
import org.censusflow.registration.question.PersonVersions.Origin;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a household answered to a question as a new version, and checks the household anew.
 */
@Component
class AnswerVersions {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FormCatalogue catalogue;
  private final AnswersInForce answers;
  private final AnswerChecks checks;
  private final PersonVersions persons;
  private final Registrations registrations;
  private final Turns turns;
  private final Clock clock;

  AnswerVersions(
      JdbcClient jdbc,
      JdbcTemplate template,
      FormCatalogue catalogue,
      AnswersInForce answers,
      AnswerChecks checks,
      PersonVersions persons,
      Registrations registrations,
      Turns turns,
      Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.catalogue = catalogue;
    this.answers = answers;
    this.checks = checks;
    this.persons = persons;
    this.registrations = registrations;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Holds a changed answer against the checks.
   *
   * @return what they doubt about it and did not doubt before
   * @throws QuestionRefused with what is wrong, in Chinese
   */
  AnswerFindings hold(HouseholdQuestion question, Map<String, String> changes) {
    InForce now = answers.of(question);
    Set<String> asked = now.items().stream().map(Item::key).collect(Collectors.toSet());
    if (!asked.containsAll(changes.keySet())) {
      throw new QuestionRefused("CF-E840 答复中有普查表没有的项目。");
    }
    Map<String, String> changed = now.changed(changes);
    if (changed.equals(now.answers())) {
      throw new QuestionRefused("CF-E841 更正后的内容与现有登记相同；住户确认原答案无误的，请选择“确认原答案”。");
    }
    AnswerFindings found = findings(question, now, changed, changes);
    if (!found.faults().isEmpty()) {
      throw new QuestionRefused("CF-E840 " + AnswerFindings.text(found.faults()), found);
    }
    return found;
  }

  private AnswerFindings findings(
      HouseholdQuestion question,
      InForce now,
      Map<String, String> changed,
      Map<String, String> changes) {
    if (question.personId() != null) {
      return checks.of(Proposal.Changed.answers(question.personId(), changes));
    }
    List<Violation> before = violations(question, now, now.answers(), Set.of());
    List<Finding> faults = new ArrayList<>();
    List<Finding> doubts = new ArrayList<>();
    violations(question, now, changed, Set.of()).stream()
        .filter(found -> found.refuses() || !before.contains(found))
        .forEach(found -> (found.refuses() ? faults : doubts).add(new Finding(null, found.text())));
    return new AnswerFindings(faults, doubts);
  }

  /** What the checks find in a household's own answers. */
  private List<Violation> violations(
      HouseholdQuestion question, InForce now, Map<String, String> changed, Set<String> given) {
    FormChecker checker =
        new FormChecker(
            catalogue, registrations.require(question.censusId()).referenceDay(), now.filledIn());
    return checker.checkItems(now.form(), changed::get, given);
  }

  /** Writes the household's reply as the version in force and checks the household anew. */
  void apply(HouseholdQuestion question, String checker) {
    if (question.personId() == null) {
      turns.ofHousehold(question.householdId());
    } else {
      turns.ofPerson(question.personId());
    }
    Map<String, String> changes = question.reply().changes();
    hold(question, changes);
    Map<String, String> changed = answers.of(question).changed(changes);
    if (question.personId() == null) {
      household(question, changed, checker);
      recheckItems(question, changed);
    } else {
      person(question, checker);
    }
    recheck(question.censusId(), question.householdId());
  }

  /**
   * Writes the findings about a household's own items again. What its file had no place for is
   * still not missed.
   */
  private void recheckItems(HouseholdQuestion question, Map<String, String> changed) {
    String found =
        " from check_finding where household_id = ? and person_id is null and check_id like 'F%'";
    List<String> doubted =
        jdbc.sql("select item" + found).param(question.householdId()).query(String.class).list();
    jdbc.sql("delete" + found).param(question.householdId()).update();
    InForce now = answers.of(question);
    Set<String> given =
        now.items().stream()
            .filter(
                item ->
                    changed.containsKey(item.key())
                        || question.reply().changes().containsKey(item.key())
                        || doubted.contains(item.name()))
            .map(Item::key)
            .collect(Collectors.toSet());
    for (Violation violation : violations(question, now, changed, given)) {
      jdbc.sql(
              "insert into check_finding (census_id, household_id, check_id, item) values (?, ?, ?, ?)")
          .params(
              question.censusId(),
              question.householdId(),
              violation.check().id(),
              violation.about())
          .update();
    }
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

  private void person(HouseholdQuestion question, String checker) {
    Registered person = answers.ofPerson(question.personId());
    persons.write(
        person.personId(),
        new Content(
            person.status(),
            person.block(),
            person.lineNo(),
            person.now().form(),
            person.now().changed(question.reply().changes())),
        new Origin(
            null,
            question.id(),
            question.reply().reason(),
            question.reply().evidence(),
            question.answeredBy(),
            checker));
  }

  private void household(HouseholdQuestion question, Map<String, String> changed, String checker) {
    jdbc.sql(
            """
            insert into household_version (household_id, version, form_number, filled_in, items, confirmed_by, reason,
                evidence, question_id, made_by, checked_by, made_at)
            select v.household_id, v.version + 1, v.form_number, v.filled_in, ?, ?, ?, ?, ?, ?, ?, ?
              from household h join household_version v on v.household_id = h.id and v.version = h.current_version
             where h.id = ?
            """)
        .params(
            PersonVersions.json(changed),
            question.reply().confirmedBy(),
            question.reply().reason(),
            question.reply().evidence(),
            question.id(),
            question.answeredBy(),
            checker,
            Moments.now(clock),
            question.householdId())
        .update();
    jdbc.sql("update household set current_version = current_version + 1 where id = ?")
        .param(question.householdId())
        .update();
  }
}
