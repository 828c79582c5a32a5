package org.censusflow.crosscheck.recheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.Masking;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.Verifier;
import org.censusflow.crosscheck.recheck.RecheckView.Changed;
import org.censusflow.crosscheck.recheck.RecheckView.Option;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.Areas;
import org.censusflow.registration.answers.AnswerCodes;
import org.censusflow.registration.answers.Answers;
import org.censusflow.registration.answers.RegisteredPerson;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** Lists to choose answers from, and what a correction changes in words. */
@Component
class CorrectionViews {

  private static final List<String> TABLES = List.of("sex", "ethnicity", "relation");

  private final AnswerCodes codes;
  private final Registrations registrations;
  private final Areas areas;

  CorrectionViews(AnswerCodes codes, Registrations registrations, Areas areas) {
    this.codes = codes;
    this.registrations = registrations;
    this.areas = areas;
  }

  /**
   * Choices by field. The blocks are those of the task's subdistrict, of the whole district where
   * the census office verifies.
   */
  Map<String, List<Option>> choices(RecheckTask task, boolean asksBlock) {
    Map<String, List<Option>> choices = new LinkedHashMap<>();
    for (String table : TABLES) {
      List<Option> options = new ArrayList<>();
      labels(task.censusId(), table).forEach((code, label) -> options.add(new Option(code, label)));
      choices.put(table, options);
    }
    choices.put("block", asksBlock ? blocks(task) : List.of());
    return choices;
  }

  private List<Option> blocks(RecheckTask task) {
    String subdistrict =
        areas.find(task.censusId(), task.block()).map(AreaBlock::subdistrict).orElse(null);
    boolean everywhere = subdistrict == null || task.roles().contains(Verifier.OFFICE);
    List<AreaBlock> blocks =
        everywhere ? areas.blocks(task.censusId()) : areas.blocks(task.censusId(), subdistrict);
    return blocks.stream().map(block -> new Option(block.code(), block.label())).toList();
  }

  /** What a correction changes: for who is registered, each answer as it is and as it would be. */
  List<Changed> changes(Difference difference, RegisteredPerson person) {
    List<Changed> changes = new ArrayList<>();
    for (CorrectionField field : CorrectionField.values()) {
      String after = difference.correction().get(field.key());
      if (after != null) {
        changes.add(
            new Changed(
                field.label(),
                person == null ? null : shown(difference, field, before(field, person)),
                shown(difference, field, after)));
      }
    }
    return changes;
  }

  private static String before(CorrectionField field, RegisteredPerson person) {
    Answers a = person.answers();
    return switch (field) {
      case NAME -> a.name();
      case RELATION -> a.relation();
      case ID_NUMBER -> a.idNumber();
      case SEX -> a.sex();
      case BIRTH_DATE -> a.birthDate() == null ? null : a.birthDate().toString();
      case ETHNICITY -> a.ethnicity();
      case ADDRESS -> person.address();
      case HOUSEHOLD_NO -> String.valueOf(person.householdNo());
      case BLOCK -> person.block();
      case KEEP -> null;
    };
  }

  private String shown(Difference difference, CorrectionField field, String value) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case SEX, ETHNICITY, RELATION ->
          labels(difference.censusId(), field.item()).getOrDefault(value, value);
      case BLOCK ->
          areas
              .find(difference.censusId(), value)
              .map(block -> block.label() + "（" + block.code() + "）")
              .orElse(value);
      case ID_NUMBER -> Masking.idNumber(value);
      case KEEP -> "second".equals(value) ? "第二处" : "第一处";
      default -> value;
    };
  }

  private Map<String, String> labels(String censusId, String table) {
    return codes.of(table, registrations.require(censusId).referenceDay());
  }
}
