package org.censusflow.registration.field;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The households of the district's draw of the long form. As long as the district has drawn none, a
 * tenth of the block's registered households, drawn by the census's seed as the rechecks are:
 * whoever audits the draw repeats it.
 */
@Component
class SeededLongForms implements LongForms {

  private static final double SHARE = 0.1;

  /** Keeps this draw apart from those of the rechecks, whose rounds count from 0. */
  private static final int LONG_FORM_DRAW = -1;

  private final JdbcClient jdbc;
  private final FieldPhase phase;

  SeededLongForms(JdbcClient jdbc, FieldPhase phase) {
    this.jdbc = jdbc;
    this.phase = phase;
  }

  @Override
  public int drawn(String censusId, String block) {
    return drawnByDistrict(censusId)
        ? jdbc.sql(
                """
                select count(*) from long_form_frame f join household h on h.id = f.household_id
                 where f.census_id = ? and h.block_code = ? and f.chosen = true
                """)
            .params(censusId, block)
            .query(Integer.class)
            .single()
        : ofBlock(censusId, block);
  }

  private boolean drawnByDistrict(String censusId) {
    return jdbc.sql("select count(*) from long_form_draw where census_id = ?")
            .param(censusId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private int ofBlock(String censusId, String block) {
    List<Integer> registered =
        jdbc.sql(
                """
                select household_no from household_case
                 where census_id = ? and block_code = ? and status = 'REGISTERED' order by household_no
                """)
            .params(censusId, block)
            .query(Integer.class)
            .list();
    return SampleDraw.draw(phase.seed(censusId), censusId, block, LONG_FORM_DRAW, registered, SHARE)
        .size();
  }
}
