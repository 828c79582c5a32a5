package org.censusflow.registration.question;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the checks find about answers that are to be written.
 *
 * @param faults what cannot be true: the answers are refused
 * @param doubts what is kept as answered, once the household has said it again
 */
public record AnswerFindings(List<Finding> faults, List<Finding> doubts) {

  public static final AnswerFindings NONE = new AnswerFindings(List.of(), List.of());

  /**
   * @param item key of the item that it is about; null where it is about the whole
   * @param text Chinese, for staff, with the check's id; never an answer
   */
  public record Finding(String item, String text) {}

  /** The texts of findings, one after the other. */
  public static String text(List<Finding> findings) {
    return findings.stream().map(Finding::text).collect(Collectors.joining("；"));
  }

  /** What staff read when the household has not yet said again what the checks doubt. */
  public String question() {
    return text(doubts) + "。请向住户再问一次；住户仍这样回答的，请确认“仍按住户回答保存”。";
  }
}
