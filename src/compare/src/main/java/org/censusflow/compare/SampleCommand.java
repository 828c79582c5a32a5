package org.censusflow.compare;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.censusflow.linkage.evaluation.ClericalSample;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.CensusSpecs;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.FieldSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: draws links for people to judge, without what the comparison thinks of them. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Draws links of each score band for people to judge (docs/comparison.md).")
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(names = "--from", required = true, description = "links that compare --out has written")
  private Path from;

  @Option(names = "--per-band", defaultValue = "50", description = "default: ${DEFAULT-VALUE}")
  private int perBand;

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--left", description = "the compared file, to write the values beside the keys")
  private Path left;

  @Option(names = "--right", description = "the other file; the same one after --dedupe")
  private Path right;

  @Option(names = "--spec", description = "the spec of the comparison; default: census")
  private String spec;

  @Option(names = "--out", required = true, description = "file for the sample")
  private Path out;

  @Override
  public Integer call() {
    return OneLineFaults.run(command.commandLine().getErr(), this::draw);
  }

  private void draw() throws IOException {
    if (perBand < 1) {
      throw new IllegalArgumentException("--per-band must be 1 or more");
    }
    if ((left == null) != (right == null)) {
      throw new IllegalArgumentException("--left and --right belong together");
    }
    NewFile.check("--out", out);
    NewFile.refuse("--out", out, from, left, right);
    LinksRead links = LinksRead.read(from);
    int[] drawn = new ClericalSample(seed, perBand).draw(links.posteriors());
    List<Field> shown = left == null ? List.of() : shown();
    Values leftValues = left == null ? null : new Values(left, shown);
    Values rightValues = right == null ? null : new Values(right, shown);
    try (NewFile target = new NewFile(out)) {
      try (BufferedWriter writer = Files.newBufferedWriter(target.path())) {
        List<String> head = new ArrayList<>(List.of("left_id", "right_id"));
        for (Field field : shown) {
          head.add(field.name() + "_left");
          head.add(field.name() + "_right");
        }
        head.add("verdict");
        line(writer, head);
        for (int i : drawn) {
          List<String> row = new ArrayList<>(List.of(links.left(i), links.right(i)));
          for (Field field : shown) {
            row.add(leftValues.of(links.left(i), field));
            row.add(rightValues.of(links.right(i), field));
          }
          row.add("");
          line(writer, row);
        }
      }
      target.keep();
    }
    command.commandLine().getOut().println(drawn.length + " links of " + links.size() + " drawn");
    command.commandLine().getOut().flush();
  }

  /** The compared fields, as they are written: nothing of a clerk's is standardised. */
  private List<Field> shown() throws IOException {
    ComparisonSpec comparison = spec == null ? CensusSpecs.census() : SpecReader.named(spec);
    List<Field> fields = new ArrayList<>();
    for (FieldSpec field : comparison.fields()) {
      if (field.field().role() == Role.KEY || field.compared()) {
        fields.add(new Field(field.field().name(), Role.KEY, field.field().columns()));
      }
    }
    keyField =
        comparison.fields().stream()
            .map(FieldSpec::field)
            .filter(field -> field.role() == Role.KEY)
            .findFirst()
            .orElse(null);
    fields.removeIf(field -> keyField != null && field.name().equals(keyField.name()));
    return fields;
  }

  private Field keyField;

  private static void line(BufferedWriter writer, List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(CsvText.of(values.get(i)));
    }
    writer.write('\n');
  }

  /** A file's values by key. */
  private final class Values {
    private final Population rows;
    private final Map<String, Integer> byKey = new HashMap<>();

    Values(Path file, List<Field> fields) throws IOException {
      List<Field> all = new ArrayList<>(fields);
      if (keyField != null) {
        all.add(0, keyField);
      }
      rows = PersonFile.read(file, all, Workers.all(), note -> {}).population();
      for (int row = 0; row < rows.size(); row++) {
        String key = keyField == null ? Integer.toString(row + 1) : rows.text(keyField.name(), row);
        byKey.putIfAbsent(key, row);
      }
    }

    String of(String key, Field field) {
      Integer row = byKey.get(key);
      return row == null ? "" : rows.text(field.name(), row);
    }
  }
}
