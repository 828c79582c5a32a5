package org.censusflow.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of each kind of record.
 *
 * @param label what staff call this kind of record
 * @param columns every field that the file must have a column for
 * @param required fields that no row may leave empty
 */
public record RecordLayout(String label, List<String> columns, Set<String> required) {

  private static final List<String> PERSON =
      List.of("record_id", "name", "id_number", "sex", "birth_date", "address");

  private static final List<String> DEATH = List.of("death_date");
  private static final List<String> MEMBER = List.of("organisation");

  private static final Map<String, RecordLayout> LAYOUTS =
      Map.of(
          "household-register",
              of(
                  "户籍登记",
                  PERSON,
                  List.of("household_register_no", "relation", "ethnicity", "status", "as_of"),
                  Set.of("status")),
          "births",
              of(
                  "出生医学证明",
                  List.of("record_id", "name", "sex", "birth_date", "address"),
                  List.of("certificate_no", "mother_name", "mother_id_number"),
                  Set.of("birth_date")),
          "deaths", of("死亡登记", PERSON, DEATH, Set.copyOf(DEATH)),
          "funerals", of("殡葬记录", PERSON, DEATH, Set.copyOf(DEATH)),
          "insured-deaths", of("参保人员死亡", PERSON, DEATH, Set.copyOf(DEATH)),
          "students", of("在校学生", PERSON, List.of("school", "school_address", "boarding"), Set.of()),
          "social-insured", of("社会保险参保", PERSON, MEMBER, Set.of()),
          "medical-insured", of("医社保缴费", PERSON, MEMBER, Set.of()),
          "taxpayers", of("纳税人", PERSON, MEMBER, Set.of()),
          "employment", of("就业失业登记", PERSON, MEMBER, Set.of()));

  /**
   * @throws IllegalArgumentException for a kind of record that has no layout
   */
  public static RecordLayout ofSupply(String supply) {
    RecordLayout layout = LAYOUTS.get(supply);
    if (layout == null) {
      throw new IllegalArgumentException("No record layout for the supply " + supply);
    }
    return layout;
  }

  public static Set<String> supplies() {
    return LAYOUTS.keySet();
  }

  private static RecordLayout of(
      String label, List<String> common, List<String> own, Set<String> ownRequired) {
    List<String> columns = new ArrayList<>(common);
    columns.addAll(own);
    Set<String> required = new java.util.TreeSet<>(ownRequired);
    required.add("record_id");
    return new RecordLayout(label, List.copyOf(columns), Set.copyOf(required));
  }
}
