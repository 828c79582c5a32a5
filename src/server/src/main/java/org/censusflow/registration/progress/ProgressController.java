package org.censusflow.registration.progress;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.access.Refusal;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.progress.ProgressView.Drawn;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How far the registration is, for those who steer it: the census office and its leads and the
 * leading group see the district, a subdistrict's office and supervisors their own part.
 */
@RestController
@RequestMapping("/api/progress")
class ProgressController {

  private final ProgressQuery progress;
  private final JdbcClient jdbc;

  ProgressController(ProgressQuery progress, JdbcClient jdbc) {
    this.progress = progress;
    this.jdbc = jdbc;
  }

  /**
   * Lists where the caller may look at progress: the district or the own subdistrict of every
   * census whose registration is open. For every account; empty for who does not steer the work.
   */
  @GetMapping
  List<ProgressQuery.Place> places() {
    return progress.places(Caller.current());
  }

  /** Shows how far the district is. For the census office, its leads and the leading group. */
  @GetMapping("/{censusId}")
  ProgressView district(@PathVariable String censusId) {
    Caller caller = Caller.current();
    return progress.view(censusId, Level.DISTRICT, progress.district(censusId, caller), caller);
  }

  /**
   * Shows how far a subdistrict is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/{censusId}/subdistricts/{code}")
  ProgressView subdistrict(@PathVariable String censusId, @PathVariable String code) {
    return progress.view(censusId, Level.SUBDISTRICT, code, Caller.current());
  }

  /**
   * Shows how far a census area is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/{censusId}/areas/{code}")
  ProgressView area(@PathVariable String censusId, @PathVariable String code) {
    return progress.view(censusId, Level.AREA, code, Caller.current());
  }

  /**
   * Shows how far a block is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/{censusId}/blocks/{code}")
  ProgressView block(@PathVariable String censusId, @PathVariable String code) {
    return progress.view(censusId, Level.BLOCK, code, Caller.current());
  }

  /**
   * Shows which households of a block were drawn for recheck, and the seed to repeat the draw with.
   * For the census office, its leads and the leading group, who audit it; nobody in the field knows
   * the seed.
   */
  @GetMapping("/{censusId}/blocks/{code}/draw")
  ProgressView.Draw draw(@PathVariable String censusId, @PathVariable String code) {
    Caller caller = Caller.current();
    if (!ProgressQuery.ofOffice(caller, progress.district(censusId, caller))) {
      throw new NotEntitled("区普查办和普查领导小组");
    }
    List<Drawn> drawn =
        jdbc.sql(
                """
                select round, draw_rank as rank, household_no as household, draw_key as hash from recheck_sample
                 where census_id = ? and block_code = ? order by round, draw_rank
                """)
            .params(censusId, code)
            .query(Drawn.class)
            .list();
    String seed =
        jdbc.sql("select draw_seed from field_phase where census_id = ?")
            .param(censusId)
            .query(String.class)
            .single();
    return new ProgressView.Draw(seed, "SHA-256(seed|census|block|round|household)", drawn);
  }

  @ExceptionHandler(EmptyResultDataAccessException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Refusal unknown() {
    return new Refusal("登记还没有开启，或者没有这个普查区、小区。");
  }
}
