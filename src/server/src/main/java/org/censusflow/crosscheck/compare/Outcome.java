package org.censusflow.crosscheck.compare;

import java.util.Arrays;
import java.util.Optional;

/** What a verification found out about one difference. */
public enum Outcome {
  ADDED("added", "补登", Effect.ADD),
  LIVES_ELSEWHERE("lives-elsewhere", "居住在区外", Effect.NONE),
  DEAD("dead", "已死亡", Effect.NONE),
  EMIGRATED("emigrated", "已出国定居", Effect.NONE),
  NOT_FOUND("not-found", "查无此人", Effect.NONE),
  NON_RESIDENT("non-resident", "非本区常住", Effect.NONE),
  REMOVED("removed", "删除登记", Effect.REMOVE),
  KEPT("kept", "普查登记无误", Effect.NONE),
  CORRECTED("corrected", "更正登记", Effect.CORRECT),
  MERGED("merged", "保留一处，删除另一处", Effect.REMOVE_SECOND),
  PAIRED("paired", "补齐人户分离登记", Effect.ADD_PAIR),
  NONE_HELD("none-held", "确无证件号码", Effect.NONE),
  MOVED_FORM("moved-form", "改用正确表种", Effect.MOVE_FORM),
  MOVED_BLOCK("moved-block", "划转到正确小区", Effect.MOVE_BLOCK);

  /** What an outcome does to the registrations once another person has approved it. */
  public enum Effect {
    NONE,
    ADD,
    REMOVE,
    REMOVE_SECOND,
    CORRECT,
    ADD_PAIR,
    MOVE_FORM,
    MOVE_BLOCK
  }

  private final String code;
  private final String label;
  private final Effect effect;

  Outcome(String code, String label, Effect effect) {
    this.code = code;
    this.label = label;
    this.effect = effect;
  }

  /** The code used by interfaces and files. */
  public String code() {
    return code;
  }

  /** What staff read. */
  public String label() {
    return label;
  }

  public Effect effect() {
    return effect;
  }

  public static Optional<Outcome> ofCode(String code) {
    return Arrays.stream(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
  }
}
