package org.censusflow.base.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;

/**
 * Records which elements of the models the tests reach, over all test classes of a run, with
 * camunda-process-test-coverage; {@link ModelCoverageIT} holds the result to its threshold.
 */
final class ModelCoverage {

  static final Path FOLDER = Path.of("target/process-test-coverage");
  static final Path RESULT = FOLDER.resolve("coverage.json");

  private static final List<DefaultCollector> COLLECTORS = new ArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ModelCoverage::save));
  }

  private ModelCoverage() {}

  /** Builds the engine so that what runs in it is recorded, but for the played processes. */
  static ProcessEngine watch(ProcessEngineConfigurationImpl configuration, Set<String> played) {
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    ProcessEngine engine = configuration.buildProcessEngine();
    DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());
    String name = "models-" + COLLECTORS.size();
    collector.createSuite(new Suite(name, name));
    collector.activateSuite(name);
    collector.createRun(new Run(name, name), name);
    collector.activateRun(name);
    collector.setExcludedProcessDefinitionKeys(List.copyOf(played));
    new ProcessEngineAdapter(engine, collector).initializeListeners();
    COLLECTORS.add(collector);
    return engine;
  }

  private static void save() {
    try {
      String result = null;
      for (DefaultCollector collector : COLLECTORS) {
        String one =
            CoverageStateJsonExporter.createCoverageStateResult(
                collector.getSuites().values(), collector.getModels());
        result =
            result == null
                ? one
                : CoverageStateJsonExporter.combineCoverageStateResults(result, one);
      }
      if (result != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(RESULT, result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
