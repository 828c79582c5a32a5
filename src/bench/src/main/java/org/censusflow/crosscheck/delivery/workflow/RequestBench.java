package org.censusflow.crosscheck.delivery.workflow;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For measuring exchanges only: asks for the requests that were laid into the table, as a
 * cross-check does for its own. Nobody starts a request from outside.
 */
@Component
@ConditionalOnProperty("censusflow.bench.requests")
class RequestBench {

  private record Laid(String id, String district, String censusId) {}

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final AsProgram asProgram;

  RequestBench(JdbcClient jdbc, RuntimeService runtime, AsProgram asProgram) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.asProgram = asProgram;
  }

  @Scheduled(fixedDelay = 100)
  void ask() {
    laid().stream().filter(this::isNew).forEach(this::ask);
  }

  private List<Laid> laid() {
    return jdbc.sql("select id, district, census_id from record_request where status = 'SENT'")
        .query(Laid.class)
        .list();
  }

  private boolean isNew(Laid request) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(RecordRequestProcess.KEY)
            .processInstanceBusinessKey(request.id())
            .count()
        == 0;
  }

  private void ask(Laid request) {
    asProgram.run(
        () ->
            runtime
                .createProcessInstanceByKey(RecordRequestProcess.KEY)
                .businessKey(request.id())
                .setVariable("district", request.district())
                .setVariable("censusId", request.censusId())
                .setVariable("requestId", request.id())
                .execute());
  }
}
