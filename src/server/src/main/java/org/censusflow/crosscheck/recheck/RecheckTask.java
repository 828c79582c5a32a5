package org.censusflow.crosscheck.recheck;

import java.util.Set;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.Verifier;

/**
 * The part of a block's differences that one task is about.
 *
 * @param blockLabel what staff call the block
 * @param stage verifying or reviewing
 * @param roles the verifying roles whose differences belong to the task; a review covers all
 */
public record RecheckTask(
    String district,
    String censusId,
    String block,
    String blockLabel,
    Stage stage,
    Set<Verifier> roles) {

  /** The two steps of a recheck, done by different people. */
  public enum Stage {
    VERIFY("verify"),
    REVIEW("review");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  boolean concerns(Difference difference) {
    return stage == Stage.REVIEW || roles.contains(difference.verifier());
  }

  boolean waitsFor(Difference difference) {
    return stage == Stage.VERIFY
        ? difference.toVerify()
        : difference.status() == Difference.Status.VERIFIED;
  }
}
