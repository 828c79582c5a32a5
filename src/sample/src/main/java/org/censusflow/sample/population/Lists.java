package org.censusflow.sample.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The word lists on the classpath: sections in brackets, each a list of lines; # begins a comment.
 */
final class Lists {

  private final String resource;
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private Lists(String resource) {
    this.resource = resource;
  }

  static Lists of(String resource) {
    Lists lists = new Lists(resource);
    String text;
    try (InputStream in = Lists.class.getResourceAsStream("/sample/" + resource)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> section = List.of();
    for (String line : text.split("\n")) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        lists.sections.put(line.substring(1, line.indexOf(']')), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.strip());
      }
    }
    return lists;
  }

  List<String> lines(String section) {
    List<String> lines = sections.get(section);
    if (lines == null) {
      throw new IllegalStateException("no section " + section + " in " + resource);
    }
    return lines;
  }

  /** Weighted items of a section, apart by spaces (or by commas, where an item holds a space). */
  WeightedList words(String section) {
    return weighted(section, false);
  }

  /** Weighted single characters of a section. */
  WeightedList characters(String section) {
    return weighted(section, true);
  }

  private WeightedList weighted(String section, boolean characters) {
    List<String> items = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String line : lines(section)) {
      int space = line.indexOf(' ');
      double weight = Double.parseDouble(line.substring(0, space));
      for (String item : split(line.substring(space + 1), characters)) {
        items.add(item);
        weights.add(weight);
      }
    }
    return new WeightedList(items, weights);
  }

  private static List<String> split(String line, boolean characters) {
    if (characters) {
      return line.codePoints().mapToObj(Character::toString).toList();
    }
    return List.of(line.split(line.indexOf(',') >= 0 ? "," : " "));
  }
}
