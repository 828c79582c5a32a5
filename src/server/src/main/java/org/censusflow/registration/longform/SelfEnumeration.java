package org.censusflow.registration.longform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.district.Districts;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.intake.IntakeRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Households that answer by themselves. A household is listed before the registration; one that
 * chooses to answer by itself is not visited until the last day of self-enumeration; one that has
 * answered is not visited at all; one that has not goes back to the field after that day.
 */
@Component
public class SelfEnumeration {

  /** Households of a block that go back to the field. */
  public record Returned(String block, int households) {}

  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Districts districts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public SelfEnumeration(
      JdbcClient jdbc,
      Registrations registrations,
      Districts districts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.registrations = registrations;
    this.districts = districts;
    this.events = events;
    this.clock = clock;
  }

  /** Enters a household that was found in the field before registration; again changes nothing. */
  @Transactional
  public void list(String censusId, String block, int householdNo, String address) {
    if (state(censusId, block, householdNo) == null) {
      jdbc.sql(
              "insert into household (census_id, block_code, household_no, address, state) values (?, ?, ?, ?, 'LISTED')")
          .params(censusId, block, householdNo, address)
          .update();
    }
  }

  /**
   * A household will answer by itself; its visit is put off.
   *
   * @throws IntakeRefused when it has answered, goes back to the field already, or is not listed
   */
  @Transactional
  public void choose(String censusId, String block, int householdNo) {
    int changed =
        jdbc.sql(
                """
                update household set state = 'SELF'
                 where census_id = ? and block_code = ? and household_no = ? and state in ('LISTED', 'SELF')
                """)
            .params(censusId, block, householdNo)
            .update();
    if (changed == 0) {
      throw new IntakeRefused("CF-E838 该户不在底册中，或者已经登记、已转为入户登记，不能改为自主填报。");
    }
    events.publishEvent(new SelfEnumerationChosen(censusId, block));
  }

  /**
   * Sends households that chose to answer by themselves and did not back to the field. Again
   * changes nothing.
   *
   * @throws IntakeRefused before the last day of self-enumeration is over
   */
  @Transactional
  public List<Returned> returnUnanswered(String censusId) {
    LocalDate lastDay =
        districts
            .require(registrations.require(censusId).district())
            .window("self-enumeration")
            .to();
    if (!LocalDate.now(clock).isAfter(lastDay)) {
      throw new IntakeRefused("CF-E839 自主填报到 " + lastDay + " 24 时截止，现在还不能转入户登记。");
    }
    List<String> waiting =
        jdbc.sql(
                """
                select distinct block_code from household where census_id = ? and state = 'SELF'
                 order by block_code
                """)
            .param(censusId)
            .query(String.class)
            .list();
    return waiting.stream().map(block -> returnUnanswered(censusId, block)).toList();
  }

  /** The same for one block, whose own timer says that the day is over. */
  @Transactional
  public Returned returnUnanswered(String censusId, String block) {
    int households =
        jdbc.sql(
                """
                update household set state = 'TO_VISIT'
                 where census_id = ? and block_code = ? and state = 'SELF'
                """)
            .params(censusId, block)
            .update();
    events.publishEvent(new HouseholdsReturned(censusId, block, households));
    return new Returned(block, households);
  }

  /** Whether a household is known by more than its number. */
  public boolean isListed(String censusId, String block, int householdNo) {
    return state(censusId, block, householdNo) != null;
  }

  /**
   * Households of a block that have to be visited: neither answered nor answering by themselves.
   */
  public int visitsDue(String censusId, String block) {
    return jdbc.sql(
            """
            select count(*) from household
             where census_id = ? and block_code = ? and state in ('LISTED', 'TO_VISIT')
            """)
        .params(censusId, block)
        .query(Integer.class)
        .single();
  }

  private String state(String censusId, String block, int householdNo) {
    return jdbc.sql(
            "select state from household where census_id = ? and block_code = ? and household_no = ?")
        .params(censusId, block, householdNo)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
