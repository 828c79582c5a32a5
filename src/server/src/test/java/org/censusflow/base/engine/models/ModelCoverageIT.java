package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.export.CoverageStateResult;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.Test;

/**
 * The model tests reach nearly every element of every model. Runs after them in {@code mvn verify}
 * and reads what they recorded; the pages are in {@code target/process-test-coverage}.
 */
class ModelCoverageIT {

  private static final double LEAST = 0.95;

  /** What the tests reached of one model. */
  private record Reached(String process, int nodes, Set<String> missing) {

    double share() {
      return nodes == 0 ? 1 : (nodes - missing.size()) / (double) nodes;
    }
  }

  @Test
  void theModelTestsReachNearlyEveryFlowNode() throws IOException {
    assumeTrue(Files.exists(ModelCoverage.RESULT), "the model tests have not run");
    String json = Files.readString(ModelCoverage.RESULT);
    CoverageStateResult result = CoverageStateJsonExporter.readCoverageStateResult(json);
    Files.writeString(
        ModelCoverage.FOLDER.resolve("report.html"), CoverageReportUtil.generateHtml(json));

    List<Reached> reached = new ArrayList<>();
    for (Path file : Models.bpmnFiles()) {
      reached.add(reached(file, result));
    }
    reached.sort(Comparator.comparingDouble(Reached::share).thenComparing(Reached::process));
    String table = reached.stream().map(ModelCoverageIT::line).collect(Collectors.joining("\n"));
    int nodes = reached.stream().mapToInt(Reached::nodes).sum();
    int missing = reached.stream().mapToInt(it -> it.missing().size()).sum();
    double all = 100.0 * (nodes - missing) / nodes;
    String report =
        String.format(Locale.ROOT, "Flow nodes reached: %.1f %% of %d%n%s%n", all, nodes, table);
    Files.writeString(ModelCoverage.FOLDER.resolve("coverage.txt"), report);
    System.out.print(report);

    assertThat(reached)
        .as("models with less than %s of their flow nodes reached:%n%s", LEAST, table)
        .allMatch(model -> model.share() >= LEAST);
  }

  private static Reached reached(Path file, CoverageStateResult result) {
    String process = Models.process(Models.read(file)).getId();
    Set<String> seen =
        result.getEvents(process).stream().map(Event::getDefinitionKey).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    List<FlowNode> nodes = Models.elements(file, FlowNode.class);
    nodes.stream().map(FlowNode::getId).filter(id -> !seen.contains(id)).forEach(missing::add);
    return new Reached(process, nodes.size(), missing);
  }

  private static String line(Reached model) {
    return String.format(
        Locale.ROOT,
        "%6.1f %%  %-24s %3d  %s",
        model.share() * 100,
        model.process(),
        model.nodes(),
        String.join(" ", model.missing()));
  }
}
