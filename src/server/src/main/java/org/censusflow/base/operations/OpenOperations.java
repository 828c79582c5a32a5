package org.censusflow.base.operations;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The list of what is open, read from {@code engine-operations.yaml}.
 *
 * @param entries in the order of the file
 * @param closed operations that are open to nobody, but whose path an open one's pattern covers
 * @param reads the engine's commands that change nothing, by their class's simple name
 */
public record OpenOperations(List<Entry> entries, List<Operation> closed, Set<String> reads) {

  /** Whoever comes, also without a login. */
  static final String ANYBODY = "anybody";

  static final String ADMINISTRATOR = "administrator";

  private static final String FILE = "engine-operations.yaml";

  /**
   * @param purpose what somebody does with these operations
   * @param roles kinds of groups that may
   * @param operations what is open to them
   * @param commands the engine's commands that these operations may run besides reading ones
   */
  public record Entry(
      String purpose, Set<String> roles, List<Operation> operations, Set<String> commands) {

    boolean isFor(Set<String> kinds) {
      return roles.contains(ANYBODY) || kinds.stream().anyMatch(roles::contains);
    }
  }

  /** What the file says, before names of roles are replaced by what they stand for. */
  private record Listed(
      Map<String, List<String>> roles,
      List<ListedEntry> operations,
      List<String> closed,
      List<String> reads) {}

  private record ListedEntry(
      String purpose,
      @com.fasterxml.jackson.annotation.JsonProperty("for") List<String> roles,
      List<String> open,
      List<String> commands) {}

  /**
   * @throws UncheckedIOException when the file cannot be read; the start stops
   */
  public static OpenOperations read() {
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      Listed listed = yaml.readValue(in, Listed.class);
      List<Entry> entries =
          listed.operations.stream()
              .map(
                  it ->
                      new Entry(
                          it.purpose,
                          kinds(it.roles, listed.roles),
                          it.open.stream().map(Operation::of).toList(),
                          it.commands == null ? Set.of() : Set.copyOf(it.commands)))
              .toList();
      List<Operation> closed = listed.closed.stream().map(Operation::of).toList();
      return new OpenOperations(entries, closed, Set.copyOf(listed.reads));
    } catch (IOException e) {
      throw new UncheckedIOException("CF-E123 " + FILE + " cannot be read", e);
    }
  }

  private static Set<String> kinds(List<String> names, Map<String, List<String>> roles) {
    Set<String> kinds = new TreeSet<>();
    for (String name : names) {
      List<String> meant = roles.get(name);
      kinds.addAll(meant == null ? Set.of(name) : kinds(meant, roles));
    }
    return kinds;
  }

  /**
   * What these kinds of groups may do with this operation; several entries may open it, each with
   * its own commands.
   *
   * @return empty when the operation is not open to them
   */
  List<Entry> opened(String method, PathContainer path, Set<String> kinds) {
    Optional<Operation> meant = meant(method, path);
    return entries.stream()
        .filter(entry -> entry.isFor(kinds))
        .filter(entry -> meant.filter(entry.operations()::contains).isPresent())
        .toList();
  }

  /** Of the operations that the path fits, the one that names most of it. */
  private Optional<Operation> meant(String method, PathContainer path) {
    return Stream.concat(
            entries.stream().flatMap(entry -> entry.operations().stream()), closed.stream())
        .filter(it -> it.matches(method, path))
        .min(Comparator.comparing(Operation::path, PathPattern.SPECIFICITY_COMPARATOR));
  }
}
