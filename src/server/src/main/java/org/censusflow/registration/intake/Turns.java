package org.censusflow.registration.intake;

import java.util.Collection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets those who count on from the highest number come one after the other: each takes the row that
 * the numbers belong to before it looks and keeps it until its transaction ends, so that the next
 * sees what it has written. Rows are taken in a fixed order, blocks before persons; two never wait
 * for each other.
 */
@Component
public class Turns {

  private final JdbcTemplate template;

  public Turns(JdbcTemplate template) {
    this.template = template;
  }

  /** For household numbers: whoever brings households into these blocks. */
  public void inBlocks(String censusId, Collection<String> blocks) {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              IntakeTables.on(connection).takeTurns(censusId, blocks);
              return null;
            });
  }

  /** For versions of a person's answers. */
  public void ofPerson(long person) {
    take("select id from person where id = ? for update", person);
  }

  /** For versions of a household's own answers. */
  public void ofHousehold(long household) {
    take("select id from household where id = ? for update", household);
  }

  /** For versions of the answers of everyone in a household. */
  public void ofMembers(long household) {
    take("select id from person where household_id = ? order by id for update", household);
  }

  private void take(String select, long key) {
    template.queryForList(select, Long.class, key);
  }
}
