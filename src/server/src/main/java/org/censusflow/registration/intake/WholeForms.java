package org.censusflow.registration.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;

/**
 * Adds the items of the short form that a generated census file lacks, so that a measurement holds
 * whole forms against all checks. The same file in gives the same file out.
 */
public final class WholeForms {

  private static final String MORE =
      ",household_type,persons_here,persons_absent,births_male,births_female,deaths_male,deaths_female,dwelling,floor_area,"
          + "rooms,residence_place,hukou_registered,absence_time,absence_reason,education,literate,confirmed_by\n";

  private static final LocalDate EVE = LocalDate.of(2020, 10, 31);

  private WholeForms() {}

  /** Writes {@code target} unless it is there. */
  public static void write(Path census, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (FileTable rows = table(census);
        BufferedWriter out = Files.newBufferedWriter(part)) {
      out.write(String.join(",", rows.header()) + MORE);
      Map<String, int[]> counts = counts(census);
      String household = "";
      while (rows.next()) {
        List<String> r = rows.cells();
        for (String field : r) {
          out.write(field.indexOf(',') < 0 && field.indexOf('"') < 0 ? field : quoted(field));
          out.write(',');
        }
        String own = r.get(1) + r.get(2);
        out.write(own.equals(household) ? ",,,,,,,,," : household(counts.get(own)));
        household = own;
        out.write(',' + person(r));
        out.write(",signature\n");
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileTable table(Path file) throws IOException {
    Content content = Content.of(file);
    return FileTable.open(content, FileSurvey.of(content, null), ColumnNames.ANY, new Notes());
  }

  /** Persons here, persons absent and infants of each household. */
  private static Map<String, int[]> counts(Path census) throws IOException {
    Map<String, int[]> counts = new HashMap<>();
    try (FileTable rows = table(census)) {
      while (rows.next()) {
        List<String> r = rows.cells();
        int[] own = counts.computeIfAbsent(r.get(1) + r.get(2), key -> new int[3]);
        boolean here = r.get(10).equals("here");
        own[here ? 0 : 1]++;
        own[2] += here && LocalDate.parse(r.get(8)).isAfter(EVE.minusYears(1)) ? 1 : 0;
      }
    }
    return counts;
  }

  private static String household(int[] count) {
    return "1,"
        + count[0]
        + ','
        + count[1]
        + ','
        + count[2]
        + ",0,0,0,1,"
        + 30 * Math.max(1, count[0])
        + ",3";
  }

  private static String person(List<String> r) {
    boolean here = r.get(10).equals("here");
    boolean foreign = r.get(13).equals("foreign");
    int age = Period.between(LocalDate.parse(r.get(8)), EVE).getYears();
    String education =
        age < 3 ? "" : age < 6 ? "2" : age < 12 ? "3" : age < 15 ? "4" : age < 60 ? "5" : "3";
    if (foreign) {
      return ",,,," + education + ',';
    }
    String hukou = r.get(11);
    String registered =
        switch (hukou) {
          case "local-block" -> "1";
          case "other-block" -> "3";
          case "other-district" -> "4";
          default -> "5";
        };
    boolean away = !here || !hukou.equals("local-block");
    String time = registered.equals("5") ? "" : away ? "5" : "1";
    return (here ? "1," : "4,")
        + registered
        + ','
        + time
        + ','
        + (time.equals("5") ? "0" : "")
        + ','
        + education
        + ',';
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }
}
