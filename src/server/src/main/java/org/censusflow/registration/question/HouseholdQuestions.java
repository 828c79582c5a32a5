package org.censusflow.registration.question;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.question.HouseholdQuestion.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections that go back to the household (Implementing regulations of the Statistics Law art.
 * 19): somebody doubts an answer, the household says what is right and confirms it, a second person
 * checks, and only then there is a new version. Nobody edits an answer at a desk.
 */
@Component
public class HouseholdQuestions {

  private static final int LONGEST_TEXT = 500;

  private final QuestionStore store;
  private final DoubtfulAnswers doubtful;
  private final AnswerVersions versions;
  private final ApplicationEventPublisher events;

  HouseholdQuestions(
      QuestionStore store,
      DoubtfulAnswers doubtful,
      AnswerVersions versions,
      ApplicationEventPublisher events) {
    this.store = store;
    this.doubtful = doubtful;
    this.versions = versions;
    this.events = events;
  }

  /**
   * Sends an answer back to its household.
   *
   * @param personId whom the doubt is about; null for the household's own items
   * @param evidence what the doubt rests on
   * @return the question's key
   */
  @Transactional
  public long ask(long householdId, Long personId, String reason, String evidence, String actor) {
    must(filled(reason) && filled(evidence), "CF-E830 请写明疑问和依据，各不超过 500 字。");
    HouseholdQuestion asked =
        store
            .add(householdId, personId, reason, evidence, actor)
            .orElseThrow(() -> new QuestionRefused("CF-E831 没有这一户，或者此人不在该户。"));
    store.lock(asked.censusId(), asked.block());
    events.publishEvent(new HouseholdQuestionAsked(asked.censusId(), asked.block()));
    return asked.id();
  }

  /**
   * Sends back every answer of a block that a check doubts and nobody has asked about.
   *
   * @return how many questions were asked
   */
  @Transactional
  public int askWhatChecksDoubt(String censusId, String block, String actor) {
    List<DoubtfulAnswers.Doubt> doubts = doubtful.notAsked(censusId, block);
    doubts.forEach(
        doubt ->
            ask(doubt.householdId(), doubt.personId(), doubt.reason(), doubt.evidence(), actor));
    return doubts.size();
  }

  /**
   * Records what the household says; until it is checked, again in place of what it said before.
   *
   * @throws QuestionRefused when the reply is incomplete, cannot be true, or is doubted and not
   *     confirmed again
   */
  @Transactional
  public void answer(QuestionTask task, long id, QuestionReply reply, String actor) {
    HouseholdQuestion question = asking(task, id);
    must(reply.confirmed(), "CF-E833 请记录申报人如何确认：签字、自主填报或电话。");
    AnswerFindings found = AnswerFindings.NONE;
    if (reply.corrects()) {
      must(filled(reply.reason()) && filled(reply.evidence()), "CF-E843 更正须写明理由和证据，各不超过 500 字。");
      found = versions.hold(question, reply.changes());
    }
    if (!found.doubts().isEmpty() && !reply.sure()) {
      throw new QuestionRefused("CF-E311 " + found.question(), found);
    }
    store.answered(id, reply, found.doubts(), actor);
  }

  /**
   * Records that nobody was met: the supervisor asks next; where the supervisor has met nobody
   * either, the answer stays in doubt.
   *
   * @param note when and how often somebody went
   */
  @Transactional
  public void notReached(QuestionTask task, long id, String note, String actor) {
    asking(task, id);
    must(filled(note), "CF-E844 请写明何时去过几次、为什么没有见到住户，不超过 500 字。");
    if (task.stage() == QuestionTask.Stage.ASK) {
      store.escalated(id, note, actor);
    } else {
      store.answered(id, QuestionReply.unreached(note), List.of(), actor);
    }
  }

  /**
   * A second person checks: the answer becomes a new version, or the question goes back.
   *
   * @param remark why it goes back
   */
  @Transactional
  public void decide(QuestionTask task, long id, boolean accepted, String remark, String actor) {
    HouseholdQuestion question = of(task, id);
    must(task.waitsFor(question), "CF-E832 该疑问还没有答复，或者已经办结。");
    must(!Objects.equals(actor, question.answeredBy()), "CF-E834 记录答复的人不能自己审核。");
    must(accepted || filled(remark), "CF-E830 请写明退回的理由，不超过 500 字。");
    store.decided(id, accepted ? settled(question, actor) : State.OPEN, remark, actor);
  }

  private State settled(HouseholdQuestion question, String actor) {
    if (!question.reply().reached()) {
      return State.WITHDRAWN;
    }
    if (!question.reply().corrects()) {
      return State.KEPT;
    }
    versions.apply(question, actor);
    events.publishEvent(new RegistrationsChanged(question.censusId(), List.of(question.block())));
    return State.APPLIED;
  }

  /** Questions of a block that wait for the household or for the check. */
  public List<HouseholdQuestion> undecided(String censusId, String block) {
    return store.undecided(censusId, block);
  }

  /** What a task is about, done or not. */
  public List<HouseholdQuestion> of(QuestionTask task) {
    return undecided(task.censusId(), task.block()).stream().filter(task::concerns).toList();
  }

  /** How many questions of a task still wait. */
  public int waiting(QuestionTask task) {
    return (int) of(task).stream().filter(task::waitsFor).count();
  }

  /**
   * How many questions of a block wait, told by somebody who is about to end its work: whoever asks
   * now waits until that is done.
   */
  @Transactional
  public int waitingAtTheEnd(String censusId, String block) {
    store.lock(censusId, block);
    return undecided(censusId, block).size();
  }

  public Optional<HouseholdQuestion> find(long id) {
    return store.find(id);
  }

  private HouseholdQuestion asking(QuestionTask task, long id) {
    HouseholdQuestion question = of(task, id);
    must(
        task.stage() != QuestionTask.Stage.CHECK
            && (question.state() == State.OPEN || question.state() == State.ANSWERED),
        "CF-E832 该疑问正在审核，或者已经办结。");
    return question;
  }

  private HouseholdQuestion of(QuestionTask task, long id) {
    return find(id)
        .filter(found -> found.censusId().equals(task.censusId()))
        .filter(found -> found.block().equals(task.block()))
        .orElseThrow(() -> new QuestionRefused("CF-E831 本任务没有这条疑问。"));
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
  }

  private static void must(boolean holds, String message) {
    if (!holds) {
      throw new QuestionRefused(message);
    }
  }
}
