package org.censusflow.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.censusflow.crosscheck.compare.DifferenceClass;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.sample.DifferenceTrail.Trail;
import org.censusflow.sample.SampleTruth.Anomaly;
import org.springframework.stereotype.Component;

/**
 * What sample staff find when they visit the households of a block: the generator's truth,
 * difference by difference.
 */
@Component
public class SampleVisits {

  private static final String TRUTH_REASON = "样例：入户核实";
  private static final String OTHERWISE_REASON = "样例：入户核实，与普查登记一致";

  /** Who is found alone in a household is its head. */
  private static final String HEAD = "0";

  private static final List<Outcome> UNFOUNDED =
      List.of(Outcome.KEPT, Outcome.NOT_FOUND, Outcome.NON_RESIDENT, Outcome.NONE_HELD);

  private final DifferenceTrail trails;

  SampleVisits(DifferenceTrail trails) {
    this.trails = trails;
  }

  /**
   * An outcome with the household's answers, ready to be recorded.
   *
   * @param sure whether the household says again what the checks doubt
   */
  public record Visit(
      String outcome, String reason, Map<String, String> correction, boolean sure) {}

  /** Finds out about every difference of a block, by the difference's key. */
  public Map<Long, Visit> toBlock(SampleTruth truth, String censusId, String block) {
    Map<Long, Visit> visits = new HashMap<>();
    for (Trail trail : trails.ofBlock(censusId, block)) {
      visits.put(trail.id(), visit(trail, match(truth, trail)));
    }
    return visits;
  }

  /** The anomaly that a difference is about, if the generator put one there. */
  static Optional<Anomaly> match(SampleTruth truth, Trail trail) {
    List<Optional<Anomaly>> candidates = new ArrayList<>();
    trail.sourceRows().forEach(row -> candidates.add(truth.ofRow(trail.difference(), row)));
    trail
        .records()
        .forEach(
            record ->
                candidates.add(
                    truth.ofRecord(trail.difference(), record.supply(), record.recordId())));
    return candidates.stream().flatMap(Optional::stream).findFirst();
  }

  private static Visit visit(Trail trail, Optional<Anomaly> anomaly) {
    if (anomaly.isEmpty()) {
      return new Visit(unfounded(trail.difference()).code(), OTHERWISE_REASON, Map.of(), true);
    }
    Anomaly found = anomaly.get();
    return new Visit(found.outcome(), TRUTH_REASON, answers(trail, found), true);
  }

  /** What a visit finds where nothing is wrong: an outcome that changes no registration. */
  private static Outcome unfounded(String difference) {
    List<Outcome> possible = DifferenceClass.valueOf(difference).outcomes();
    return UNFOUNDED.stream().filter(possible::contains).findFirst().orElseThrow();
  }

  private static Map<String, String> answers(Trail trail, Anomaly found) {
    Map<String, String> answers = new LinkedHashMap<>();
    switch (Outcome.ofCode(found.outcome()).orElseThrow()) {
      case ADDED ->
          trail
              .firstRecord()
              .ifPresent(
                  record -> {
                    answers.put("name", record.name());
                    answers.put("relation", HEAD);
                    answers.put("sex", record.sex());
                    answers.put("birthDate", record.birthDate());
                    answers.put("address", record.address());
                    if (record.idNumber() != null) {
                      answers.put("idNumber", record.idNumber());
                    }
                    answers.put("block", found.block());
                  });
      case CORRECTED -> answers.put(field(found), found.value("right").orElse(""));
      case PAIRED -> answers.put("block", found.value("hukou_block").orElse(found.block()));
      case MOVED_BLOCK -> answers.put("block", found.value("address_block").orElse(found.block()));
      case MERGED -> answers.put("keep", keepsSecond(trail, found) ? "second" : "first");
      default -> {}
    }
    return answers;
  }

  /**
   * Of two registrations the truth names the one to keep: the school's for a boarder, else the row
   * of the anomaly.
   */
  private static boolean keepsSecond(Trail trail, Anomaly found) {
    String keep = found.value("school_row").orElse(found.rowId());
    return trail.sourceRows().size() > 1 && trail.sourceRows().get(1).equals(keep);
  }

  private static String field(Anomaly found) {
    String kind = found.value("kind").orElse("");
    if ("D07".equals(found.difference())) {
      return "idNumber";
    }
    if (kind.startsWith("birth") || found.value("field").orElse("").equals("birth_date")) {
      return "birthDate";
    }
    return kind.startsWith("name") ? "name" : kind;
  }
}
