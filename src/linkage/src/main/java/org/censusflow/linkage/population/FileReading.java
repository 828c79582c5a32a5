package org.censusflow.linkage.population;

import java.util.List;
import java.util.Map;

/**
 * How a file of rows was understood.
 *
 * @param encoding name of the character encoding taken
 * @param separator what stands between the values, in words
 * @param columns the file's columns, as its first row names them
 * @param found for each field that the file has, the columns that make it up
 */
public record FileReading(
    String encoding, String separator, List<String> columns, Map<String, List<String>> found) {

  public FileReading {
    columns = List.copyOf(columns);
    found = Map.copyOf(found);
  }

  FileReading in(String name) {
    return new FileReading(name, separator, columns, found);
  }
}
