package org.censusflow.registration.question;

/**
 * A task about a block's questions that somebody has claimed.
 *
 * @param label what staff call the block
 */
public record QuestionTask(
    String district, String censusId, String block, String label, Stage stage) {

  /** The three steps of a question; the last is done by somebody who did not record the reply. */
  public enum Stage {
    ASK("ask"),
    /** The supervisor asks whom the enumerator did not meet. */
    REACH("reach"),
    CHECK("check");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  boolean concerns(HouseholdQuestion question) {
    return switch (stage) {
      case ASK -> !question.escalated();
      case REACH -> question.escalated();
      case CHECK -> question.state() == HouseholdQuestion.State.ANSWERED;
    };
  }

  boolean waitsFor(HouseholdQuestion question) {
    HouseholdQuestion.State waiting =
        stage == Stage.CHECK ? HouseholdQuestion.State.ANSWERED : HouseholdQuestion.State.OPEN;
    return concerns(question) && question.state() == waiting;
  }
}
