package org.censusflow.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.registration.intake.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of registrations after they were answered. Each is a new version; the earlier ones stay.
 * Repeating a change of the same difference does nothing, so that a retried step is harmless.
 */
@Component
public class Corrections {

  private static final String REGISTERED = "REGISTERED";
  private static final String REMOVED = "REMOVED";

  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final AnswerVersions versions;
  private final HouseholdNumbers numbers;
  private final Turns turns;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Corrections(
      JdbcClient jdbc,
      Registrations registrations,
      AnswerVersions versions,
      HouseholdNumbers numbers,
      Turns turns,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.registrations = registrations;
    this.versions = versions;
    this.numbers = numbers;
    this.turns = turns;
    this.events = events;
    this.clock = clock;
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

  /** Replaces a person's answers; the block is where the person now counts. */
  @Transactional
  public void correct(long personId, String block, Answers answers, Change change) {
    if (!applied(change)) {
      write(personId, nextVersion(personId), REGISTERED, block, answers, change);
    }
  }

  /**
   * Takes a person out of the count, because nobody was to be registered here at the reference
   * time.
   */
  @Transactional
  public void remove(long personId, Change change) {
    if (!applied(change)) {
      RegisteredPerson person = single(personId);
      write(personId, nextVersion(personId), REMOVED, person.block(), person.answers(), change);
    }
  }

  /**
   * Registers a person whom the registration had missed, in a household of the block.
   *
   * @param householdNo the household's number in the block; a number not in use makes a new
   *     household at the address
   */
  @Transactional
  public void add(
      String censusId,
      String block,
      int householdNo,
      String address,
      Answers answers,
      Change change) {
    if (applied(change)) {
      return;
    }
    turns.inBlocks(censusId, List.of(block));
    long household = household(censusId, block, householdNo, address);
    String sourceKey = "recheck-" + change.differenceId();
    jdbc.sql(
            "insert into person (census_id, household_id, source_key, current_version) values (?, ?, ?, 0)")
        .params(censusId, household, sourceKey)
        .update();
    long person =
        jdbc.sql("select id from person where census_id = ? and source_key = ?")
            .params(censusId, sourceKey)
            .query(Long.class)
            .single();
    write(person, 1, REGISTERED, block, answers, change);
  }

  /** A number for a new household of a block; nobody else gets it before the transaction ends. */
  @Transactional
  public int nextHouseholdNo(String censusId, String block) {
    return numbers.series(censusId, List.of(block)).next(block);
  }

  private long household(String censusId, String block, int householdNo, String address) {
    String find =
        "select id from household where census_id = ? and block_code = ? and household_no = ?";
    return jdbc.sql(find)
        .params(censusId, block, householdNo)
        .query(Long.class)
        .optional()
        .orElseGet(
            () -> {
              jdbc.sql(
                      "insert into household (census_id, block_code, household_no, address) values (?, ?, ?, ?)")
                  .params(censusId, block, householdNo, address)
                  .update();
              return jdbc.sql(find).params(censusId, block, householdNo).query(Long.class).single();
            });
  }

  private boolean applied(Change change) {
    return jdbc.sql("select count(*) from person_version where difference_id = ?")
            .param(change.differenceId())
            .query(Integer.class)
            .single()
        > 0;
  }

  private RegisteredPerson single(long personId) {
    return registrations.current(List.of(personId)).get(0);
  }

  private int nextVersion(long personId) {
    turns.ofPerson(personId);
    return jdbc.sql("select current_version + 1 from person where id = ?")
        .param(personId)
        .query(Integer.class)
        .single();
  }

  private void write(
      long personId, int version, String status, String block, Answers a, Change change) {
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, relation,
                id_number, sex, birth_date, ethnicity, residence, hukou_place, form,
                items, reason, difference_id, made_by, checked_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                (select before.items from person_version before where before.person_id = ? and before.version = ?),
                ?, ?, ?, ?, ?)
            """)
        .params(
            personId,
            version,
            status,
            block,
            a.lineNo(),
            a.name(),
            a.relation(),
            a.idNumber(),
            a.sex(),
            a.birthDate(),
            a.ethnicity(),
            a.residence(),
            a.hukouPlace(),
            a.form(),
            personId,
            version - 1,
            change.reason(),
            change.differenceId(),
            change.madeBy(),
            change.checkedBy(),
            Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("update person set current_version = ? where id = ?")
        .params(version, personId)
        .update();
    checkAnew(personId);
    events.publishEvent(changed(personId));
  }

  /** A person counts where its household registered it, wherever a correction moved it. */
  private RegistrationsChanged changed(long personId) {
    return jdbc.sql(
            """
            select h.census_id, h.block_code from person p join household h on h.id = p.household_id where p.id = ?
            """)
        .param(personId)
        .query(
            (row, n) ->
                new RegistrationsChanged(
                    row.getString("census_id"), List.of(row.getString("block_code"))))
        .single();
  }

  private record Place(String censusId, long household) {}

  private void checkAnew(long personId) {
    Place place =
        jdbc.sql("select census_id, household_id from person where id = ?")
            .param(personId)
            .query((row, n) -> new Place(row.getString(1), row.getLong(2)))
            .single();
    versions.recheck(place.censusId(), place.household());
  }
}
