package org.censusflow.governance.violation.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The report's own words. They may give the reporter away, so once they are screened they leave the
 * instance and its history.
 */
@Component
class SealedReport {

  private static final String VARIABLE = "reportText";

  private final JdbcClient jdbc;

  SealedReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void delete(DelegateExecution execution) {
    execution.removeVariable(VARIABLE);
    String instance = execution.getProcessInstanceId();
    var history = execution.getProcessEngineServices().getHistoryService();
    history
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .variableName(VARIABLE)
        .list()
        .forEach(variable -> history.deleteHistoricVariableInstance(variable.getId()));
    // What a start form submitted is kept as a form field too, which no service of the engine
    // deletes one by one.
    jdbc.sql("delete from ACT_HI_DETAIL where PROC_INST_ID_ = ? and NAME_ = ?")
        .params(instance, VARIABLE)
        .update();
  }
}
