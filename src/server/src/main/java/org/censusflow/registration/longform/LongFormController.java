package org.censusflow.registration.longform;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Refusal;
import org.censusflow.registration.intake.IntakeRefused;
import org.censusflow.registration.submission.IntakeAccess;
import org.censusflow.registration.submission.IntakeTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draw of the long-form households, and self-enumeration. */
@RestController
class LongFormController {

  private final LongFormDraws draws;
  private final SelfEnumeration self;
  private final IntakeAccess access;
  private final IntakeTime time;
  private final AuditTrail audit;

  LongFormController(
      LongFormDraws draws,
      SelfEnumeration self,
      IntakeAccess access,
      IntakeTime time,
      AuditTrail audit) {
    this.draws = draws;
    this.self = self;
    this.access = access;
    this.time = time;
    this.audit = audit;
  }

  record Seed(@Coded String seed) {}

  /** A draw and whether repeating it from its record gives the same households. */
  record Drawn(LongFormDraw draw, boolean repeats) {}

  record Place(@Coded String block, int householdNo) {}

  /**
   * Draws the long-form households, once, while the registration is open. For the census office.
   */
  @PostMapping("/api/censuses/{censusId}/long-form-draw")
  @ResponseStatus(HttpStatus.CREATED)
  Drawn draw(@PathVariable String censusId, @RequestBody Seed seed) {
    Caller caller = Caller.current();
    String district = access.office(censusId, caller);
    time.requireOpen(censusId);
    LongFormDraw draw = draws.draw(censusId, seed.seed(), caller.user());
    audit.record(caller.user(), district, "long-form.draw", "census", censusId);
    return new Drawn(draw, draws.repeats(censusId));
  }

  /**
   * Shows the draw and whether repeating it gives the same households. For the census office and
   * its leads.
   */
  @GetMapping("/api/censuses/{censusId}/long-form-draw")
  Drawn drawn(@PathVariable String censusId) {
    access.watcher(censusId, Caller.current());
    LongFormDraw draw =
        draws.find(censusId).orElseThrow(() -> new IntakeRefused("CF-E837 长表户还没有抽取。"));
    return new Drawn(draw, draws.repeats(censusId));
  }

  /**
   * Lists the numbers of a block's households that answer the long form; audited. For the census
   * office, and field staff in their own blocks.
   */
  @GetMapping("/api/censuses/{censusId}/long-form-draw/households")
  List<Integer> chosen(@PathVariable String censusId, @RequestParam String block) {
    Caller caller = Caller.current();
    String district = access.block(censusId, block, "field", caller);
    audit.record(caller.user(), district, "long-form.chosen", "block", block);
    return draws.chosen(censusId, block);
  }

  /**
   * Notes that a listed household answers by itself, until the registration has ended. For the
   * census office, and field staff in their own blocks.
   */
  @PostMapping("/api/censuses/{censusId}/self-enumeration")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@PathVariable String censusId, @RequestBody Place place) {
    Caller caller = Caller.current();
    String district = access.block(censusId, place.block(), "field", caller);
    time.requireNotEnded(censusId);
    self.choose(censusId, place.block(), place.householdNo());
    audit.record(
        caller.user(),
        district,
        "self-enumeration.choose",
        "household",
        place.block() + "/" + place.householdNo());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(IntakeRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
