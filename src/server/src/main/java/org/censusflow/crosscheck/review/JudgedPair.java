package org.censusflow.crosscheck.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.review.ReviewTask.Part;

/**
 * A pair with what people have answered so far.
 *
 * @param answers the last answer of each part
 */
record JudgedPair(
    long id,
    String censusId,
    long personId,
    String supply,
    RegisterRow.Key row,
    String recordId,
    Map<Part, Given> answers) {

  /** An answer and who gave it. */
  record Given(PairAnswer answer, String reason, String user) {}

  /** The answers of the two judges, as far as they are there. */
  List<Given> judged() {
    return Stream.of(Part.FIRST, Part.SECOND).map(answers::get).filter(Objects::nonNull).toList();
  }

  /** Whether both judges have answered and do not say the same, or one of them cannot tell. */
  boolean disputed() {
    return judged().size() == 2 && agreed().isEmpty();
  }

  /** What both judges say. */
  Optional<PairAnswer> agreed() {
    List<Given> both = judged();
    return both.size() == 2
            && both.get(0).answer() == both.get(1).answer()
            && both.get(0).answer() != PairAnswer.UNSURE
        ? Optional.of(both.get(0).answer())
        : Optional.empty();
  }

  /** What people have decided: both judges, else the lead. */
  Optional<PairAnswer> decided() {
    return agreed().or(() -> Optional.ofNullable(answers.get(Part.LEAD)).map(Given::answer));
  }

  /** Whose answers the decision is: both judges', else the lead's. */
  List<String> deciders() {
    return agreed().isPresent()
        ? judged().stream().map(Given::user).toList()
        : Stream.ofNullable(answers.get(Part.LEAD)).map(Given::user).toList();
  }

  boolean concerns(Part part) {
    return part != Part.LEAD || disputed();
  }

  /** What this officer has answered in a part; null when nobody has, or somebody else. */
  Given own(Part part, String user) {
    Given last = answers.get(part);
    return last != null && last.user().equals(user) ? last : null;
  }
}
