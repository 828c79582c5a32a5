package org.censusflow.crosscheck.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says of a pair. */
public enum PairAnswer {
  SAME("同一人"),
  DIFFERENT("不是同一人"),
  /** Cannot be told from what is there. */
  UNSURE("无法判断");

  private final String label;

  PairAnswer(String label) {
    this.label = label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  static Optional<PairAnswer> ofCode(String code) {
    return Arrays.stream(values()).filter(answer -> answer.code().equals(code)).findFirst();
  }
}
