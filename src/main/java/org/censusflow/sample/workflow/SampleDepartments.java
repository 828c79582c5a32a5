package org.censusflow.sample.workflow;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.censusflow.delivery.Deliveries;
import org.censusflow.delivery.Manifest;
import org.censusflow.delivery.RecordRequest;
import org.censusflow.delivery.RequestLedger;
import org.censusflow.sample.SampleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample departments' gateways, in process: they pull the same external task and hand over
 * through the same facade as a gateway that runs at a real department.
 */
@Component
class SampleDepartments {

  private static final Logger log = LoggerFactory.getLogger(SampleDepartments.class);
  private static final String WORKER = "sample-departments";
  private static final String TOPIC = "record-delivery";
  private static final long LOCK_MILLIS = 60_000;
  private static final long RETRY_MILLIS = 5_000;
  private static final int RETRIES = 3;
  private static final int AT_ONCE = 5;

  private final ExternalTaskService externalTasks;
  private final RequestLedger ledger;
  private final Deliveries deliveries;
  private final SampleFiles files;

  SampleDepartments(
      ExternalTaskService externalTasks,
      RequestLedger ledger,
      Deliveries deliveries,
      SampleFiles files) {
    this.externalTasks = externalTasks;
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.files = files;
  }

  /** Answers the requests that are waiting now, and says how many they were. */
  int answerWaiting() {
    List<LockedExternalTask> tasks =
        externalTasks.fetchAndLock(AT_ONCE, WORKER).topic(TOPIC, LOCK_MILLIS).execute();
    tasks.forEach(this::answer);
    return tasks.size();
  }

  private void answer(LockedExternalTask task) {
    try {
      handOver(ledger.require(task.getBusinessKey()));
      externalTasks.complete(task.getId(), WORKER);
    } catch (RuntimeException e) {
      log.warn("CF-W601 Sample delivery for {} failed: {}", task.getBusinessKey(), e.toString());
      int left = task.getRetries() == null ? RETRIES : task.getRetries() - 1;
      externalTasks.handleFailure(
          task.getId(), WORKER, "Sample delivery failed", left, RETRY_MILLIS);
    }
  }

  private void handOver(RecordRequest request) {
    Path file = files.register(request.supply());
    try (InputStream content = Files.newInputStream(file)) {
      Manifest manifest = new Manifest(records(file), request.asOf(), null);
      deliveries.deliver(request.id(), manifest, content, "sample-" + request.unit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return (int) csv.stream().count();
    }
  }
}
