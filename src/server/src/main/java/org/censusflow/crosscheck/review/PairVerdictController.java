package org.censusflow.crosscheck.review;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.censusflow.crosscheck.review.PairVerdicts.PairVerdict;
import org.censusflow.registration.answers.Registrations;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the office's leads see which verdicts stand, by keys alone, and retract one. */
@RestController
class PairVerdictController {

  private final PairVerdicts verdicts;
  private final Registrations registrations;
  private final AuditTrail audit;

  PairVerdictController(PairVerdicts verdicts, Registrations registrations, AuditTrail audit) {
    this.audit = audit;
    this.verdicts = verdicts;
    this.registrations = registrations;
  }

  record Retraction(@Written("撤回的理由") String reason) {}

  /**
   * Lists the verdicts, retracted ones among them, by keys alone; audited. For the district's
   * census leads.
   */
  @GetMapping("/api/pair-verdicts")
  List<PairVerdict> verdicts(@RequestParam String censusId) {
    Caller caller = Caller.current();
    String district = leadOf(censusId, caller);
    List<PairVerdict> found = verdicts.ofCensus(censusId);
    audit.persons(
        caller.user(),
        district,
        "verdict.list",
        found.stream().map(PairVerdict::personId).toList());
    return found;
  }

  /**
   * Retracts a verdict; the next comparison judges the pair anew. For the district's census leads.
   */
  @PostMapping("/api/pair-verdicts/{id}/retraction")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retract(@PathVariable long id, @RequestBody Retraction retraction) {
    Caller caller = Caller.current();
    // Whether a verdict exists is nobody's business but its district's leads'.
    PairVerdict verdict =
        verdicts.find(id).orElseThrow(() -> new AccessDeniedException("Not a lead's verdict"));
    String district = leadOf(verdict.censusId(), caller);
    verdicts.retract(id, district, retraction.reason(), caller.user());
  }

  private String leadOf(String censusId, Caller caller) {
    String district = registrations.district(censusId, caller);
    if (!caller.inGroup(district + "-census-leads")) {
      throw new AccessDeniedException("Verdicts are retracted by the office's leads");
    }
    return district;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(JudgementRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
