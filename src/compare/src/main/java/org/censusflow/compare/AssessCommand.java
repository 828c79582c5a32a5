package org.censusflow.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.censusflow.linkage.evaluation.ClericalFigures;
import org.censusflow.linkage.evaluation.ScoreBands;
import org.censusflow.linkage.evaluation.ShareInterval;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assess}: what people's verdicts on a sample say of all links. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = "Precision and recall out of a judged sample (docs/comparison.md).")
final class AssessCommand implements Callable<Integer> {

  private static final List<Field> FIELDS =
      List.of(
          Field.of("left_id", Role.KEY),
          Field.of("right_id", Role.KEY),
          Field.of("verdict", Role.KEY));

  @Spec private CommandSpec command;

  @Option(names = "--from", required = true, description = "links that compare --out has written")
  private Path from;

  @Option(names = "--verdicts", required = true, description = "the sample with its verdicts")
  private Path verdicts;

  @Option(
      names = "--report",
      description = "what compare --json has printed: counts the pairs that are no links as missed")
  private Path report;

  @Override
  public Integer call() {
    return OneLineFaults.run(command.commandLine().getErr(), this::assess);
  }

  private void assess() throws IOException {
    LinksRead links = LinksRead.read(from);
    ClericalFigures figures = new ClericalFigures();
    for (int i = 0; i < links.size(); i++) {
      figures.link(links.posteriors()[i], links.match(i));
    }
    long open = take(links, figures);
    command.commandLine().getOut().println(JsonText.of(figures(figures, open)));
    command.commandLine().getOut().flush();
  }

  private long take(LinksRead links, ClericalFigures figures) throws IOException {
    InputFile.check(verdicts);
    PopulationInput input = PopulationFiles.readCsv(verdicts, FIELDS, Workers.all());
    if (input.reading().found().size() < FIELDS.size()) {
      throw new IOException(verdicts + ": needs the columns left_id, right_id and verdict");
    }
    Population rows = input.population();
    Map<List<String>, Integer> places = links.places();
    long open = input.rejected().size();
    for (int row = 0; row < rows.size(); row++) {
      List<String> pair = List.of(rows.text("left_id", row), rows.text("right_id", row));
      Integer place = places.remove(pair);
      if (place == null) {
        throw new IOException(
            verdicts + ": " + String.join(", ", pair) + " is no link, or stands there twice");
      }
      String verdict = rows.text("verdict", row).toLowerCase(Locale.ROOT);
      double posterior = links.posteriors()[place];
      switch (verdict) {
        case "" -> open++;
        case "same", "yes", "1", "y", "是", "同一人" -> figures.verdict(posterior, true);
        case "different", "no", "0", "n", "否", "不同" -> figures.verdict(posterior, false);
        case "unsure", "cannot tell", "?", "不明", "无法判断" -> figures.verdict(posterior, null);
        default ->
            throw new IOException(
                verdicts + ": '" + verdict + "' is none of same, different, unsure");
      }
    }
    return open;
  }

  private Map<String, Object> figures(ClericalFigures figures, long open) throws IOException {
    List<String> warnings = new ArrayList<>();
    Map<String, Object> bands = new LinkedHashMap<>();
    for (int band = 0; band < ScoreBands.count(); band++) {
      if (figures.links(band) > 0) {
        bands.put(ScoreBands.name(band), band(figures, band, warnings));
      }
    }
    if (open > 0) {
      warnings.add(open + " rows have no verdict");
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("precision", interval(figures.precision()));
    double missed = 0;
    if (report == null) {
      warnings.add("recall counts the pairs in review as missed, and no others: give --report");
    } else {
      JsonNode expected = new ObjectMapper().readTree(report.toFile()).path("expected");
      missed =
          expected.path("trueBelowReview").asDouble() + expected.path("lostToBlocking").asDouble();
    }
    all.put("recall", interval(figures.recall(missed)));
    all.put("bands", bands);
    all.put("warnings", warnings);
    return all;
  }

  private static Map<String, Object> band(
      ClericalFigures figures, int band, List<String> warnings) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("links", figures.links(band));
    one.put("judged", figures.judged(band));
    one.put("unsure", figures.unsure(band));
    one.put("onePerson", interval(figures.share(band)));
    one.put("meanPosterior", rounded(figures.meanPosterior(band)));
    if (figures.judged(band) == 0) {
      warnings.add("posterior " + ScoreBands.name(band) + ": no verdict, so anything may be there");
    } else if (figures.parts(band)) {
      warnings.add(
          "posterior "
              + ScoreBands.name(band)
              + ": posteriors and verdicts part; do not go by the posteriors, and look whether"
              + " fields of the spec depend on one another");
    }
    return one;
  }

  private static Map<String, Object> interval(ShareInterval interval) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("share", rounded(interval.share()));
    all.put("from", rounded(interval.from()));
    all.put("to", rounded(interval.to()));
    return all;
  }

  private static double rounded(double share) {
    return Double.isNaN(share) ? share : Math.round(share * 1e6) / 1e6;
  }
}
