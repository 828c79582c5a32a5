package org.censusflow.progress;

import java.util.List;
import java.util.Optional;
import org.censusflow.access.Caller;
import org.censusflow.access.NotEntitled;
import org.censusflow.access.Refusal;
import org.censusflow.progress.ProgressView.Drawn;
import org.censusflow.registration.Registrations;
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
@RequestMapping("/api/progress/{censusId}")
class ProgressController {

  private final Progress progress;
  private final Registrations registrations;
  private final JdbcClient jdbc;

  ProgressController(Progress progress, Registrations registrations, JdbcClient jdbc) {
    this.progress = progress;
    this.registrations = registrations;
    this.jdbc = jdbc;
  }

  private record Unit(String name, String acceptance, String subdistrict) {}

  /** Shows how far the district is. For the census office, its leads and the leading group. */
  @GetMapping
  ProgressView district(@PathVariable String censusId) {
    String district = registrations.district(censusId, Caller.current());
    return shown(censusId, Level.DISTRICT, district);
  }

  /**
   * Shows how far a subdistrict is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/subdistricts/{code}")
  ProgressView subdistrict(@PathVariable String censusId, @PathVariable String code) {
    return shown(censusId, Level.SUBDISTRICT, code);
  }

  /**
   * Shows how far a census area is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/areas/{code}")
  ProgressView area(@PathVariable String censusId, @PathVariable String code) {
    return shown(censusId, Level.AREA, code);
  }

  /**
   * Shows how far a block is. For the census office, its leads and the leading group; the
   * subdistrict's office and supervisors.
   */
  @GetMapping("/blocks/{code}")
  ProgressView block(@PathVariable String censusId, @PathVariable String code) {
    return shown(censusId, Level.BLOCK, code);
  }

  /**
   * Shows which households of a block were drawn for recheck, and the seed to repeat the draw with.
   * For the census office, its leads and the leading group, who audit it; nobody in the field knows
   * the seed.
   */
  @GetMapping("/blocks/{code}/draw")
  ProgressView.Draw draw(@PathVariable String censusId, @PathVariable String code) {
    Caller caller = Caller.current();
    String district = registrations.district(censusId, caller);
    if (!ofOffice(caller, district)) {
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

  private ProgressView shown(String censusId, Level level, String code) {
    Caller caller = Caller.current();
    String district = registrations.district(censusId, caller);
    Optional<Unit> found =
        jdbc.sql(
                """
                select name, status as acceptance, subdistrict from acceptance
                 where census_id = ? and level = ? and code = ?
                """)
            .params(censusId, level.name(), code)
            .query(Unit.class)
            .optional();
    // Whether a part exists is told to those alone who may see it.
    if (!ofOffice(caller, district)
        && found.filter(it -> ofPart(caller, district, it.subdistrict())).isEmpty()) {
      throw new NotEntitled("区普查办、普查领导小组和所在镇街的普查办、普查指导员");
    }
    Unit unit = found.orElseThrow(() -> new EmptyResultDataAccessException(1));
    return ProgressView.of(
        new Progress.Part(
            level, code, unit.name(), unit.acceptance(), progress.figures(censusId, level, code)),
        progress.parts(censusId, level, code));
  }

  private static boolean ofOffice(Caller caller, String district) {
    return caller.inGroup(district + "-census-office")
        || caller.inGroup(district + "-census-leads")
        || caller.inGroup(district + "-leading-group");
  }

  private static boolean ofPart(Caller caller, String district, String subdistrict) {
    return subdistrict != null
        && (caller.inGroup(district + "-" + subdistrict + "-office")
            || caller.inGroup(district + "-" + subdistrict + "-supervisors"));
  }

  @ExceptionHandler(EmptyResultDataAccessException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Refusal unknown() {
    return new Refusal("登记还没有开启，或者没有这个普查区、小区。");
  }
}
