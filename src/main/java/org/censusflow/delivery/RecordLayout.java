package org.censusflow.delivery;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of each kind of record map to the common layout of {@link RegisterRow}.
 *
 * @param label what staff call this kind of record
 * @param columns every column that the file must have
 * @param required columns that no row may leave empty
 */
record RecordLayout(String label, List<String> columns, Set<String> required) {

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
  static RecordLayout ofSupply(String supply) {
    RecordLayout layout = LAYOUTS.get(supply);
    if (layout == null) {
      throw new IllegalArgumentException("No record layout for the supply " + supply);
    }
    return layout;
  }

  private static RecordLayout of(
      String label, List<String> common, List<String> own, Set<String> ownRequired) {
    List<String> columns = new ArrayList<>(common);
    columns.addAll(own);
    Set<String> required = new java.util.TreeSet<>(ownRequired);
    required.add("record_id");
    return new RecordLayout(label, List.copyOf(columns), Set.copyOf(required));
  }

  List<String> missingFrom(List<String> header) {
    return columns.stream().filter(column -> !header.contains(column)).toList();
  }

  /**
   * Reads a row; what is wrong with it is added to {@code faults} in Chinese, and the result is
   * null then.
   */
  RegisterRow read(NamedCsvRecord csv, long deliveryId, int line, List<String> faults) {
    for (String column : required) {
      if (text(csv, column) == null) {
        faults.add("“" + column + "”不能为空");
      }
    }
    if (text(csv, "name") == null
        && text(csv, "id_number") == null
        && text(csv, "mother_id_number") == null) {
      faults.add("姓名和证件号码不能都为空");
    }
    String sex = text(csv, "sex");
    if (sex != null && !Set.of("0", "1", "2", "9").contains(sex)) {
      faults.add("“sex”应为 1（男）或 2（女）");
    }
    LocalDate birth = date(csv, "birth_date", faults);
    LocalDate death = date(csv, "death_date", faults);
    if (birth != null && death != null && death.isBefore(birth)) {
      faults.add("死亡日期早于出生日期");
    }
    tooLong(csv, "name", 100, faults);
    tooLong(csv, "address", 200, faults);
    tooLong(csv, "id_number", 32, faults);
    tooLong(csv, "record_id", 64, faults);
    if (!faults.isEmpty()) {
      return null;
    }
    String boarding = text(csv, "boarding");
    String organisation = text(csv, "organisation");
    return new RegisterRow(
        deliveryId,
        line,
        text(csv, "record_id"),
        text(csv, "name"),
        text(csv, "id_number"),
        sex,
        birth,
        text(csv, "ethnicity"),
        text(csv, "address"),
        death,
        text(csv, "household_register_no"),
        text(csv, "mother_name"),
        text(csv, "mother_id_number"),
        organisation == null ? text(csv, "school") : organisation,
        text(csv, "school_address"),
        text(csv, "status"),
        boarding == null ? null : Boolean.valueOf(boarding));
  }

  private static void tooLong(NamedCsvRecord csv, String column, int most, List<String> faults) {
    String value = text(csv, column);
    if (value != null && value.length() > most) {
      faults.add("“" + column + "”超过 " + most + " 个字符");
    }
  }

  private static LocalDate date(NamedCsvRecord csv, String column, List<String> faults) {
    String value = text(csv, column);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      faults.add("“" + column + "”不是日期（应为 2020-11-01 的形式）");
      return null;
    }
  }

  private static String text(NamedCsvRecord csv, String column) {
    String value = csv.findField(column).orElse("").strip();
    return value.isEmpty() ? null : value;
  }
}
