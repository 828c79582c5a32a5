package org.censusflow.registration.question;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.registration.answers.HouseholdNumbers;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.intake.Turns;
import org.censusflow.registration.question.AnswersInForce.Registered;
import org.censusflow.registration.question.PersonVersions.Content;
import org.censusflow.registration.question.PersonVersions.Origin;
import org.censusflow.registration.question.Proposal.Added;
import org.censusflow.registration.question.Proposal.Changed;
import org.censusflow.registration.question.Proposal.Removed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of registrations after they were answered. Each passes the checks of the intake and is a
 * new version; the earlier ones stay. Repeating a change of the same difference does nothing, so
 * that a retried step is harmless.
 */
@Component
public class Corrections {

  private static final String REGISTERED = "REGISTERED";
  private static final String REMOVED = "REMOVED";

  private final JdbcClient jdbc;
  private final AnswersInForce inForce;
  private final AnswerChecks checks;
  private final PersonVersions persons;
  private final AnswerVersions versions;
  private final HouseholdNumbers numbers;
  private final Turns turns;
  private final ApplicationEventPublisher events;

  Corrections(
      JdbcClient jdbc,
      AnswersInForce inForce,
      AnswerChecks checks,
      PersonVersions persons,
      AnswerVersions versions,
      HouseholdNumbers numbers,
      Turns turns,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.inForce = inForce;
    this.checks = checks;
    this.persons = persons;
    this.versions = versions;
    this.numbers = numbers;
    this.turns = turns;
    this.events = events;
  }

  /**
   * To be called before several changes of one transaction: two that change the same blocks come
   * one after the other and never wait for each other.
   *
   * @param blocks where persons will be added
   * @param persons who will be changed, wherever they are registered
   */
  @Transactional
  public void begin(String censusId, Collection<String> blocks, Collection<Long> persons) {
    Set<String> all = new TreeSet<>(blocks);
    if (!persons.isEmpty()) {
      all.addAll(
          jdbc.sql(
                  """
                  select h.block_code from person p join household h on h.id = p.household_id where p.id in (:persons)
                  """)
              .param("persons", persons)
              .query(String.class)
              .list());
    }
    turns.inBlocks(censusId, all);
  }

  /** What the checks say about a change, before it is decided. */
  public AnswerFindings check(Proposal proposal) {
    if (proposal instanceof Changed changed) {
      return checks.of(changed);
    }
    return proposal instanceof Added added ? checks.of(added) : AnswerFindings.NONE;
  }

  /**
   * Writes a change that two people have agreed on.
   *
   * @throws AnswerRefused when a check refuses it, whatever was said before
   */
  @Transactional
  public void write(Proposal proposal, Change change) {
    if (applied(change)) {
      return;
    }
    AnswerFindings found = check(proposal);
    if (!found.faults().isEmpty()) {
      throw new AnswerRefused(
          "CF-E310 Difference "
              + change.differenceId()
              + " would write answers that the checks refuse: "
              + AnswerFindings.text(found.faults()));
    }
    Origin origin =
        new Origin(
            change.differenceId(),
            null,
            change.reason(),
            null,
            change.madeBy(),
            change.checkedBy());
    long person =
        proposal instanceof Added added
            ? add(added, change, origin)
            : proposal instanceof Changed changed
                ? change(changed, origin)
                : remove((Removed) proposal, origin);
    Registered written = inForce.ofPerson(person);
    versions.recheck(written.censusId(), written.household());
    events.publishEvent(changed(written));
  }

  private long change(Changed changed, Origin origin) {
    turns.ofPerson(changed.personId());
    Registered person = inForce.ofPerson(changed.personId());
    persons.write(
        person.personId(),
        new Content(
            person.status(),
            changed.block() == null ? person.block() : changed.block(),
            person.lineNo(),
            changed.form() == null ? person.now().form() : changed.form(),
            person.now().changed(changed.answers())),
        origin);
    return person.personId();
  }

  private long remove(Removed removed, Origin origin) {
    turns.ofPerson(removed.personId());
    Registered person = inForce.ofPerson(removed.personId());
    persons.write(
        person.personId(),
        new Content(
            REMOVED, person.block(), person.lineNo(), person.now().form(), person.now().answers()),
        origin);
    return person.personId();
  }

  /** A household number that is not in use makes a new household at the address. */
  private long add(Added added, Change change, Origin origin) {
    turns.inBlocks(added.censusId(), List.of(added.block()));
    int number =
        added.householdNo() == null
            ? nextHouseholdNo(added.censusId(), added.block())
            : HouseholdNumbers.read(added.householdNo());
    long household = household(added, number);
    String sourceKey = "recheck-" + change.differenceId();
    jdbc.sql(
            "insert into person (census_id, household_id, source_key, current_version) values (?, ?, ?, 0)")
        .params(added.censusId(), household, sourceKey)
        .update();
    long person =
        jdbc.sql("select id from person where census_id = ? and source_key = ?")
            .params(added.censusId(), sourceKey)
            .query(Long.class)
            .single();
    Map<String, String> answers = new HashMap<>(added.answers());
    answers.values().removeIf(value -> value == null || value.isBlank());
    persons.write(
        person,
        new Content(REGISTERED, added.block(), checks.nextLine(household), added.form(), answers),
        origin);
    return person;
  }

  /** A number for a new household of a block; nobody else gets it before the transaction ends. */
  private int nextHouseholdNo(String censusId, String block) {
    return numbers.series(censusId, List.of(block)).next(block);
  }

  private long household(Added added, int number) {
    Long known = checks.household(added.censusId(), added.block(), number);
    if (known != null) {
      return known;
    }
    jdbc.sql(
            "insert into household (census_id, block_code, household_no, address) values (?, ?, ?, ?)")
        .params(added.censusId(), added.block(), number, added.address())
        .update();
    return checks.household(added.censusId(), added.block(), number);
  }

  private boolean applied(Change change) {
    return jdbc.sql("select count(*) from person_version where difference_id = ?")
            .param(change.differenceId())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** A person counts where its household registered it, wherever a correction moved it. */
  private RegistrationsChanged changed(Registered person) {
    String block =
        jdbc.sql("select block_code from household where id = ?")
            .param(person.household())
            .query(String.class)
            .single();
    return new RegistrationsChanged(person.censusId(), List.of(block));
  }
}
