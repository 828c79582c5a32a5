package org.censusflow.postenumeration.quality;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who had a part in the registration of a block, or has looked at its answers: such people neither
 * count nor lead in its quality check. The audit trail knows every look.
 */
@Component
public class Independence {

  private final JdbcClient jdbc;

  Independence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Accounts that are not independent of the block. */
  public Set<String> tookPart(String censusId, String block) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select account from staff_assignment where census_id = :census and block_code = :block
                union
                select v.made_by from person_version v join person p on p.id = v.person_id
                 where p.census_id = :census and v.block_code = :block
                union
                select v.checked_by from person_version v join person p on p.id = v.person_id
                 where p.census_id = :census and v.block_code = :block and v.checked_by is not null
                union
                select v.made_by from household_version v join household h on h.id = v.household_id
                 where h.census_id = :census and h.block_code = :block
                union
                select v.checked_by from household_version v join household h on h.id = v.household_id
                 where h.census_id = :census and h.block_code = :block and v.checked_by is not null
                union
                select made_by from household_attempt where census_id = :census and block_code = :block
                union
                select checked_by from recheck_sample
                 where census_id = :census and block_code = :block and checked_by is not null
                union
                select asked_by from household_question where census_id = :census and block_code = :block
                union
                select escalated_by from household_question
                 where census_id = :census and block_code = :block and escalated_by is not null
                union
                select answered_by from household_question
                 where census_id = :census and block_code = :block and answered_by is not null
                union
                select checked_by from household_question
                 where census_id = :census and block_code = :block and checked_by is not null
                union
                select settled_by from difference
                 where census_id = :census and block_code = :block and settled_by is not null
                union
                select reviewed_by from difference
                 where census_id = :census and block_code = :block and reviewed_by is not null
                union
                select e.actor from difference_event e join difference d on d.id = e.difference_id
                 where d.census_id = :census and d.block_code = :block
                union
                select a.answered_by from pair_answer a
                  join review_pair r on r.id = a.pair_id
                  join person_version v on v.person_id = r.person_id
                 where r.census_id = :census and v.block_code = :block
                union
                select actor from audit_entry where object_type = 'block'
                   and (object_key = :key
                        or object_key = :block and (action like 'field-work.%' or action like 'question.%'))
                """)
            .param("census", censusId)
            .param("block", block)
            .param("key", censusId + "/" + block)
            .query(String.class)
            .list());
  }
}
