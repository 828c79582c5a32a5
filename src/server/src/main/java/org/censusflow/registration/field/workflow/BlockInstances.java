package org.censusflow.registration.field.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.process.registration.AreaRegistrationProcess;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.registration.field.Acceptances;
import org.censusflow.registration.field.BlockWork;
import org.censusflow.registration.field.FieldRedirected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The instance of each block: begun once, ended or begun again when its work is redirected. */
@Component
class BlockInstances {

  private final RuntimeService runtime;
  private final BlockWork work;
  private final AsProgram asProgram;

  BlockInstances(RuntimeService runtime, BlockWork work, AsProgram asProgram) {
    this.runtime = runtime;
    this.work = work;
    this.asProgram = asProgram;
  }

  void start(String censusId, String district, BlockWork.Planned block) {
    runtime
        .createProcessInstanceByKey(AreaRegistrationProcess.KEY)
        .businessKey(block.code())
        .setVariables(variables(censusId, district, block))
        .execute();
  }

  private static Map<String, Object> variables(
      String censusId, String district, BlockWork.Planned block) {
    return Map.of(
        "district",
        district,
        "censusId",
        censusId,
        "block",
        block.code(),
        "subdistrict",
        block.subdistrict(),
        "taskSubject",
        block.label());
  }

  @EventListener
  void follow(FieldRedirected redirected) {
    asProgram.run(
        () -> {
          redirect(redirected);
          return null;
        });
  }

  private void redirect(FieldRedirected field) {
    String censusId = field.censusId();
    field.withdrawn().forEach(unit -> withdraw(censusId, unit));
    field.merged().forEach((block, into) -> halt(censusId, block, into));
    for (BlockWork.Planned block : planned(censusId, field.begun())) {
      start(censusId, field.district(), block);
    }
    for (BlockWork.Planned block : planned(censusId, field.reopened())) {
      halt(censusId, block.code(), null);
      runtime
          .createMessageCorrelation(AreaRegistrationProcess.BLOCK_REOPENED)
          .processInstanceBusinessKey(block.code())
          .setVariables(variables(censusId, field.district(), block))
          .setVariable("returnReason", field.reason())
          .correlateStartMessage();
    }
  }

  private List<BlockWork.Planned> planned(String censusId, List<String> blocks) {
    return blocks.isEmpty() ? List.of() : work.named(censusId, blocks);
  }

  private void halt(String censusId, String block, String into) {
    waiting(AreaRegistrationProcess.BLOCK_HALTED, block, censusId)
        .setVariable("mergedInto", into)
        .correlateAllWithResult();
  }

  private void withdraw(String censusId, Acceptances.Unit unit) {
    waiting(
            RegistrationAcceptanceProcess.ACCEPTANCE_WITHDRAWN,
            AcceptanceStarts.key(censusId, unit),
            censusId)
        .correlateAllWithResult();
  }

  private MessageCorrelationBuilder waiting(String message, String businessKey, String censusId) {
    return runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(businessKey)
        .processInstanceVariableEquals("censusId", censusId);
  }
}
