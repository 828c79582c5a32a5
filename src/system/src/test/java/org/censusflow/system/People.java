package org.censusflow.system;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the people of some files in any text. An identity number is found wherever it stands;
 * so is a name of three characters or more. A name of two could be part of an ordinary sentence: it
 * counts where it stands by itself.
 */
final class People {

  private static final int SHORT = 2;
  private static final List<String> NAMES = List.of("name", "mother_name");
  private static final List<String> NUMBERS = List.of("id_number", "mother_id_number");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{14,}[0-9Xx]");
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}+");

  private final Set<String> names = new HashSet<>();
  private final Set<String> otherNames = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<Integer> lengths = new TreeSet<>();

  static People of(List<Path> files) throws IOException {
    People people = new People();
    for (Path file : files) {
      try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
        csv.stream().forEach(people::add);
      }
    }
    people.names.forEach(
        name -> {
          if (name.length() > SHORT) {
            people.lengths.add(name.length());
          }
        });
    return people;
  }

  private void add(NamedCsvRecord row) {
    NAMES.forEach(column -> row.findField(column).map(String::strip).ifPresent(this::addName));
    NUMBERS.forEach(
        column ->
            row.findField(column)
                .map(String::strip)
                .filter(number -> number.length() >= 15)
                .ifPresent(numbers::add));
  }

  private void addName(String name) {
    if (WORD.matcher(name).matches()) {
      names.add(name);
    } else if (!name.isEmpty()) {
      otherNames.add(name);
    }
  }

  /** The names of Chinese characters only; those with dots, blanks or letters are known as well. */
  Set<String> names() {
    return names;
  }

  Set<String> numbers() {
    return numbers;
  }

  /** Who of the people is in a text, by name or number. */
  List<String> in(String text) {
    List<String> found = new ArrayList<>();
    numbersIn(text, found);
    otherNames.stream().filter(text::contains).forEach(found::add);
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (word.group().length() <= SHORT && names.contains(word.group())) {
        found.add(word.group());
      }
      longNamesIn(word.group(), found);
    }
    return found;
  }

  private void numbersIn(String text, List<String> found) {
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      String run = digits.group();
      for (int length : new int[] {15, 18}) {
        for (int at = 0; at + length <= run.length(); at++) {
          if (numbers.contains(run.substring(at, at + length))) {
            found.add(run.substring(at, at + length));
          }
        }
      }
    }
  }

  private void longNamesIn(String word, List<String> found) {
    for (int length : lengths) {
      for (int at = 0; at + length <= word.length(); at++) {
        if (names.contains(word.substring(at, at + length))) {
          found.add(word.substring(at, at + length));
        }
      }
    }
  }
}
