package org.censusflow.registration;

import java.util.List;
import java.util.Map;
import org.censusflow.access.AuditTrail;
import org.censusflow.access.Caller;
import org.censusflow.access.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Doubtful answers on their way to the household and back. */
@RestController
class QuestionController {

  private final HouseholdQuestions questions;
  private final IntakeAccess access;
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  QuestionController(
      HouseholdQuestions questions, IntakeAccess access, JdbcClient jdbc, AuditTrail audit) {
    this.questions = questions;
    this.access = access;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  record Doubt(String block, int householdNo, Long personId, String reason, String evidence) {}

  record Reply(Map<String, String> answer, String confirmedBy) {}

  record Decision(boolean accepted, String remark) {}

  record Asked(long id) {}

  /**
   * Asks a household about a doubtful answer. For the census office, and field staff in their
   * subdistrict.
   */
  @PostMapping("/api/censuses/{censusId}/questions")
  @ResponseStatus(HttpStatus.CREATED)
  Asked ask(@PathVariable String censusId, @RequestBody Doubt doubt) {
    Caller caller = Caller.current();
    String district = access.block(censusId, doubt.block(), "field", caller);
    long household =
        jdbc.sql(
                "select id from household where census_id = ? and block_code = ? and household_no = ?")
            .params(censusId, doubt.block(), doubt.householdNo())
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new QuestionRefused("CF-E831 没有这一户。"));
    long id =
        questions.ask(household, doubt.personId(), doubt.reason(), doubt.evidence(), caller.user());
    audit.record(caller.user(), district, "question.ask", "question", String.valueOf(id));
    return new Asked(id);
  }

  /**
   * Lists a block's open questions; audited. For the census office, and field staff in their
   * subdistrict.
   */
  @GetMapping("/api/censuses/{censusId}/questions")
  List<HouseholdQuestion> open(@PathVariable String censusId, @RequestParam String block) {
    Caller caller = Caller.current();
    String district = access.block(censusId, block, "field", caller);
    audit.record(caller.user(), district, "question.view", "block", block);
    return questions.open(censusId, block);
  }

  /**
   * Records the household's answer. For the census office, and field staff in their subdistrict.
   */
  @PostMapping("/api/censuses/{censusId}/questions/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable String censusId, @PathVariable long id, @RequestBody Reply reply) {
    Caller caller = own(censusId, id, "question.answer");
    questions.answer(
        id, reply.answer() == null ? Map.of() : reply.answer(), reply.confirmedBy(), caller.user());
  }

  /**
   * Accepts or rejects an answer, as another person than who recorded it. For the census office,
   * and field staff in their subdistrict.
   */
  @PostMapping("/api/censuses/{censusId}/questions/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(
      @PathVariable String censusId, @PathVariable long id, @RequestBody Decision decision) {
    Caller caller = own(censusId, id, "question.decide");
    questions.decide(id, decision.accepted(), decision.remark(), caller.user());
  }

  /** The caller, when the question is of a block that is theirs; whatever else does not exist. */
  private Caller own(String censusId, long id, String action) {
    Caller caller = Caller.current();
    HouseholdQuestion question =
        questions
            .find(id)
            .filter(found -> found.censusId().equals(censusId))
            .orElseThrow(() -> new AccessDeniedException("Not a question of the caller's"));
    String district = access.block(censusId, question.block(), "field", caller);
    audit.record(caller.user(), district, action, "question", String.valueOf(id));
    return caller;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(QuestionRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
