package org.censusflow.registration.question;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Written;

/**
 * What a household says to a question.
 *
 * @param changes the answers that change, by item key, an empty one where there is none any more;
 *     nothing when the household stands by them
 * @param reason why the answer was another one before, or when nobody was met
 * @param evidence what was shown for a correction
 * @param confirmedBy how the respondent confirmed it: {@code signature}, {@code self} or {@code
 *     phone}; null when nobody was met
 * @param sure whether the household has said again what the checks doubt in the changes
 */
public record QuestionReply(
    @Coded Map<String, String> changes,
    @Written("更正理由") String reason,
    @Written("证据") String evidence,
    @Coded String confirmedBy,
    boolean sure) {

  private static final Set<String> CONFIRMATIONS = Set.of("signature", "self", "phone");

  public QuestionReply {
    Map<String, String> given = new TreeMap<>();
    if (changes != null) {
      changes.forEach((item, answer) -> given.put(item, answer == null ? "" : answer.strip()));
    }
    changes = Collections.unmodifiableMap(given);
  }

  /** The household was met and stands by its answers. */
  public static QuestionReply kept(String confirmedBy) {
    return new QuestionReply(Map.of(), null, null, confirmedBy, false);
  }

  /** The household says something else now, and is sure of it. */
  public static QuestionReply corrected(
      Map<String, String> changes, String reason, String evidence, String confirmedBy) {
    return new QuestionReply(changes, reason, evidence, confirmedBy, true);
  }

  /** Nobody was met, not even by the supervisor. */
  static QuestionReply unreached(String reason) {
    return new QuestionReply(Map.of(), reason, null, null, false);
  }

  boolean reached() {
    return confirmedBy != null;
  }

  boolean corrects() {
    return !changes.isEmpty();
  }

  boolean confirmed() {
    return confirmedBy != null && CONFIRMATIONS.contains(confirmedBy);
  }
}
