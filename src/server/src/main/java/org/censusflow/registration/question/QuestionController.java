package org.censusflow.registration.question;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.censusflow.registration.submission.IntakeAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends doubtful answers to their households; the replies come through tasks. */
@RestController
class QuestionController {

  private final HouseholdQuestions questions;
  private final IntakeAccess access;
  private final HouseholdMembers members;
  private final LookLimit limit;
  private final AuditTrail audit;

  QuestionController(
      HouseholdQuestions questions,
      IntakeAccess access,
      HouseholdMembers members,
      LookLimit limit,
      AuditTrail audit) {
    this.limit = limit;
    this.questions = questions;
    this.access = access;
    this.members = members;
    this.audit = audit;
  }

  record Doubt(
      @Coded String block,
      int householdNo,
      Long personId,
      @Written("疑问") String reason,
      @Written("依据") String evidence) {}

  record Asked(long id) {}

  record HowMany(int asked) {}

  /**
   * Asks a household about a doubtful answer. For the census office, and field staff in their own
   * blocks.
   */
  @PostMapping("/api/censuses/{censusId}/questions")
  @ResponseStatus(HttpStatus.CREATED)
  Asked ask(@PathVariable String censusId, @RequestBody Doubt doubt) {
    Caller caller = Caller.current();
    String district = access.block(censusId, doubt.block(), "field", caller);
    long household = members.household(censusId, doubt.block(), doubt.householdNo());
    long id =
        questions.ask(household, doubt.personId(), doubt.reason(), doubt.evidence(), caller.user());
    audit.record(caller.user(), district, "question.ask", "question", String.valueOf(id));
    if (doubt.personId() != null) {
      audit.persons(caller.user(), district, "question.ask", List.of(doubt.personId()));
    }
    return new Asked(id);
  }

  /**
   * Names the persons of a household, to choose whom a question is about; audited, and so many
   * households a minute. For the census office, and field staff in their own blocks.
   */
  @GetMapping("/api/censuses/{censusId}/questions/persons")
  List<HouseholdMembers.Member> persons(
      @PathVariable String censusId, @RequestParam String block, @RequestParam int householdNo) {
    Caller caller = Caller.current();
    String district = access.block(censusId, block, "field", caller);
    limit.look(caller.user());
    long household = members.household(censusId, block, householdNo);
    audit.record(
        caller.user(), district, "question.persons", "household", String.valueOf(household));
    List<HouseholdMembers.Member> found = members.of(household);
    audit.persons(
        caller.user(),
        district,
        "question.persons",
        found.stream().map(HouseholdMembers.Member::personId).toList());
    return found;
  }

  /**
   * Lists a block's open questions; audited. For the census office, and field staff in their own
   * blocks.
   */
  @GetMapping("/api/censuses/{censusId}/questions")
  List<HouseholdQuestion> open(@PathVariable String censusId, @RequestParam String block) {
    Caller caller = Caller.current();
    String district = access.block(censusId, block, "field", caller);
    audit.record(caller.user(), district, "question.view", "block", block);
    List<HouseholdQuestion> found = questions.undecided(censusId, block);
    audit.persons(caller.user(), district, "question.view", HouseholdQuestion.persons(found));
    return found;
  }

  /**
   * Sends back whatever the checks doubt in a block. For the census office, and field staff in
   * their own blocks.
   */
  @PostMapping("/api/censuses/{censusId}/questions/of-checks")
  HowMany askWhatChecksDoubt(@PathVariable String censusId, @RequestParam String block) {
    Caller caller = Caller.current();
    String district = access.block(censusId, block, "field", caller);
    audit.record(caller.user(), district, "question.ask-checks", "block", block);
    return new HowMany(questions.askWhatChecksDoubt(censusId, block, caller.user()));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
  Refusal tooMany(TooManyLooks refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(QuestionRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
