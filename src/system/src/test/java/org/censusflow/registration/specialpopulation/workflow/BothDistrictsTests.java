package org.censusflow.registration.specialpopulation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.CrossCheckProcess.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.censusflow.StaffScene;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two districts whose notices name other units and duties run the same models: what differs comes
 * from their files.
 */
class BothDistrictsTests extends StaffScene {

  @Autowired private Districts districts;
  @Autowired private CensusRegister censuses;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;

  @BeforeEach
  void bothDistrictsCompare() {
    now("2020-11-16T01:00:00Z");
    for (String district : List.of("haicang", "xiangshan")) {
      censuses.open(districts.require(district));
      runtime
          .createProcessInstanceByKey(CrossCheckProcess.KEY)
          .processDefinitionWithoutTenantId()
          .businessKey(district + "-2020")
          .setVariables(Map.of("district", district, "censusId", district + "-2020"))
          .execute();
    }
    runJobs();
  }

  @Test
  void theModelsAreDeployedOnceAndBelongToNoDistrict() {
    List<ProcessDefinition> deployed = repository.createProcessDefinitionQuery().list();
    assertThat(deployed).extracting(ProcessDefinition::getTenantId).containsOnlyNulls();
    assertThat(deployed).extracting(ProcessDefinition::getKey).doesNotHaveDuplicates();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(CrossCheckProcess.KEY)
                .list()
                .stream()
                .map(instance -> instance.getProcessDefinitionId() + instance.getTenantId()))
        .hasSize(2)
        .allMatch(text -> text.endsWith("haicang") || text.endsWith("xiangshan"));
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(CrossCheckProcess.KEY)
                .list()
                .stream()
                .map(instance -> instance.getProcessDefinitionId())
                .distinct())
        .hasSize(1);
  }

  @Test
  void haicangAsksItsTaxBureau() {
    assertThat(unitsAskedFor("haicang"))
        .containsEntry("medical-insured", "tax")
        .containsEntry("taxpayers", "tax")
        .containsEntry("social-insured", "social-security")
        .doesNotContainKeys("funerals", "insured-deaths");
    assertThat(stepsOf("haicang")).contains(REQUEST_TAX).doesNotContain(REQUEST_CIVIL_AFFAIRS);
  }

  @Test
  void xiangshanNeedsNoTaxBureauAndAsksCivilAffairsForFuneralRecords() {
    assertThat(districts.require("xiangshan").findUnit("tax")).isEmpty();
    assertThat(unitsAskedFor("xiangshan"))
        .containsEntry("funerals", "civil-affairs")
        .containsEntry("insured-deaths", "social-security")
        .doesNotContainKeys("taxpayers", "medical-insured");
    assertThat(stepsOf("xiangshan")).contains(REQUEST_CIVIL_AFFAIRS).doesNotContain(REQUEST_TAX);
  }

  /** Every unit that is asked has people who can answer, and no unit is asked that is not there. */
  @Test
  void whoIsAskedIsAUnitOfTheDistrict() {
    for (String district : List.of("haicang", "xiangshan")) {
      Set<String> asked = new TreeSet<>(unitsAskedFor(district).values());
      assertThat(asked).allMatch(unit -> districts.require(district).findUnit(unit).isPresent());
      assertThat(asked)
          .allMatch(
              unit ->
                  identities.createUserQuery().memberOfGroup(district + "-" + unit).count() > 0);
    }
  }

  /** Which unit owes which supply, as the requests of the running comparison say. */
  private Map<String, String> unitsAskedFor(String district) {
    return jdbc
        .sql("select supply, unit from record_request where census_id = ?")
        .param(district + "-2020")
        .query((row, n) -> Map.entry(row.getString("supply"), row.getString("unit")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Set<String> stepsOf(String district) {
    return history
        .createHistoricActivityInstanceQuery()
        .tenantIdIn(district)
        .finished()
        .list()
        .stream()
        .map(activity -> activity.getActivityId())
        .collect(Collectors.toSet());
  }
}
