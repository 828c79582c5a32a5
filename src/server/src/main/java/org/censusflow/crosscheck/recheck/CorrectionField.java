package org.censusflow.crosscheck.recheck;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.crosscheck.compare.Outcome.Effect;

/** What a verification may write down of a household's answers, and for which outcomes. */
enum CorrectionField {
  NAME("name", "name", "姓名", Effect.ADD, Effect.CORRECT),
  RELATION("relation", "relation", "与户主关系", Effect.ADD, Effect.CORRECT),
  ID_NUMBER("idNumber", "id_number", "公民身份号码", Effect.ADD, Effect.CORRECT),
  SEX("sex", "sex", "性别", Effect.ADD, Effect.CORRECT),
  BIRTH_DATE("birthDate", "birth_date", "出生日期", Effect.ADD, Effect.CORRECT),
  ETHNICITY("ethnicity", "ethnicity", "民族", Effect.ADD, Effect.CORRECT),
  ADDRESS("address", "address", "住址", Effect.ADD),
  HOUSEHOLD_NO("householdNo", "household_no", "户编号", Effect.ADD),
  BLOCK("block", "block", "普查小区", Effect.ADD, Effect.ADD_PAIR, Effect.MOVE_BLOCK),
  KEEP("keep", "keep", "保留哪一处登记", Effect.REMOVE_SECOND);

  /** Those that are a person's answers on the form. */
  static final Set<CorrectionField> ANSWERS =
      EnumSet.of(NAME, RELATION, ID_NUMBER, SEX, BIRTH_DATE, ETHNICITY);

  private final String key;
  private final String item;
  private final String label;
  private final Set<Effect> effects;

  CorrectionField(String key, String item, String label, Effect... effects) {
    this.key = key;
    this.item = item;
    this.label = label;
    this.effects = Set.of(effects);
  }

  /** The name in interfaces and in what is stored of a difference. */
  String key() {
    return key;
  }

  /** The item's key on the census form. */
  String item() {
    return item;
  }

  /** What staff read. */
  String label() {
    return label;
  }

  boolean belongsTo(Outcome outcome) {
    return effects.contains(outcome.effect());
  }

  static Optional<CorrectionField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** The field that shows an item of the form; the item's own key where there is none. */
  static String keyOf(String item) {
    return Arrays.stream(values())
        .filter(field -> field.item.equals(item))
        .map(CorrectionField::key)
        .findFirst()
        .orElse(item);
  }

  /** The person's answers among what was written down, by the form's items. */
  static Map<String, String> answers(Map<String, String> given) {
    Map<String, String> answers = new HashMap<>();
    ANSWERS.stream()
        .filter(field -> given.containsKey(field.key))
        .forEach(field -> answers.put(field.item, given.get(field.key)));
    return answers;
  }
}
