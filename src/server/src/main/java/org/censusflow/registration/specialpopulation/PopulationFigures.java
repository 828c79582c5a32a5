package org.censusflow.registration.specialpopulation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the special populations are: each kind by itself, and all of a census. */
@Component
public class PopulationFigures {

  private final JdbcClient jdbc;

  PopulationFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All figures of one kind.
   *
   * @param expected persons that the unit knows of; 0 when it was silent
   * @param registered persons registered as the subdistricts report, elsewhere included
   */
  public record Figures(
      boolean unitSilent, int silentSubdistricts, int expected, int registered, int notReached) {

    public int shortfall() {
      return Math.max(0, expected - registered);
    }
  }

  /** One kind as it stands, for the office's overview. */
  public record Standing(
      String kind,
      String unit,
      String status,
      boolean unitSilent,
      int expected,
      int registered,
      String finding,
      String decisionReason) {}

  /** The figures of a kind so far. */
  public Figures of(String processKey) {
    return jdbc.sql(
            """
            select s.unit_silent, coalesce(s.expected, 0) as expected,
                   coalesce(sum(case when p.silent then 1 else 0 end), 0) as silent_subdistricts,
                   case when s.hand_over = 'counts' then coalesce(s.expected, 0)
                        else coalesce(sum(p.registered + p.elsewhere), 0) end as registered,
                   coalesce(sum(p.not_reached), 0) as not_reached
              from special_population s
              left join special_population_part p on p.process_key = s.process_key
             where s.process_key = ?
             group by s.process_key, s.unit_silent, s.expected, s.hand_over
            """)
        .param(processKey)
        .query(Figures.class)
        .single();
  }

  /** Every kind of a census, in the order in which they were opened. */
  public List<Standing> standings(String censusId) {
    return jdbc.sql(
            """
            select s.kind, s.unit, s.status, s.unit_silent, coalesce(s.expected, 0) as expected,
                   case when s.hand_over = 'counts' then coalesce(s.expected, 0)
                        else coalesce((select sum(p.registered + p.elsewhere)
                                         from special_population_part p
                                        where p.process_key = s.process_key), 0) end as registered,
                   s.finding, s.decision_reason
              from special_population s where s.census_id = ? order by s.started_at, s.kind
            """)
        .param(censusId)
        .query(Standing.class)
        .list();
  }
}
