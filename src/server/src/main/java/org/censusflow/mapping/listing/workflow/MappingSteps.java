package org.censusflow.mapping.listing.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.instance.InstanceDistrict;
import org.censusflow.base.instance.Reminders;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.mapping.area.AreaChecks;
import org.censusflow.mapping.area.Readiness;
import org.censusflow.mapping.listing.AreaAcceptance;
import org.springframework.stereotype.Component;

/** The steps of {@code Mapping}. */
@Component("mappingSteps")
public class MappingSteps {

  private static final int FINDINGS_SHOWN = 20;

  private final InstanceDistrict instance;
  private final AreaChecks checks;
  private final AreaAcceptance acceptance;
  private final RuntimeService runtime;
  private final ObjectMapper json;
  private final TaskDoers doers;

  MappingSteps(
      InstanceDistrict instance,
      AreaChecks checks,
      AreaAcceptance acceptance,
      RuntimeService runtime,
      ObjectMapper json,
      TaskDoers doers) {
    this.instance = instance;
    this.checks = checks;
    this.acceptance = acceptance;
    this.runtime = runtime;
    this.json = json;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = instance.of(execution);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", district.census().id());
    execution.setVariable("taskSubject", district.name() + "普查区划分与绘图");
    execution.setVariable("mappingRequest", FormValues.text(execution, "mappingRequest", ""));
    // Fields that may stay empty are named on the reviewer's pages.
    List.of("mapsNote", "mapsReason", "acceptanceDecision", "acceptanceReason", "mappingFindings")
        .forEach(name -> execution.setVariable(name, ""));
    ArrayNode options = json.createArrayNode();
    district
        .subdistricts()
        .forEach(part -> options.addObject().put("label", part.name()).put("value", part.key()));
    execution.setVariable("subdistrictOptions", Spin.JSON(options.toString()));
  }

  public void remind(DelegateExecution execution) {
    Reminders.count(execution);
  }

  /** Keys of the subdistricts that have to map: all at first, then those that were sent back. */
  public List<String> subdistricts(DelegateExecution execution) {
    List<String> all =
        instance.of(execution).subdistricts().stream().map(Subdistrict::key).toList();
    if (!"return".equals(execution.getVariable("acceptanceDecision"))) {
      return all;
    }
    List<String> returned = FormValues.chosen(execution, "returnedSubdistricts");
    return all.stream().filter(returned::contains).toList();
  }

  /** Checks the whole district, across the subdistricts' boundaries too. */
  public void measure(DelegateExecution execution) {
    District district = instance.of(execution);
    Readiness readiness = checks.check(district.census().id(), null);
    Readiness.Figures figures = readiness.figures();
    int undrawn = readiness.undrawn();
    long disputes =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(BoundaryDisputeProcess.KEY)
            .tenantIdIn(district.id())
            .count();
    execution.setVariable("communityCount", figures.areas());
    execution.setVariable("blockCount", figures.blocks());
    execution.setVariable("blocksDrawn", figures.blocks() - undrawn);
    execution.setVariable("boundaryDisputesOpen", (int) disputes);
    execution.setVariable("blocksCoverDistrict", readiness.ready());
    execution.setVariable("mappingPlannedBy", doers.last(execution, MappingProcess.PLAN_MAPPING));
    execution.setVariable("mappingFigures", figures(execution, figures, undrawn, disputes));
    execution.setVariable("mappingFindings", readiness.text(FINDINGS_SHOWN));
  }

  private static String figures(
      DelegateExecution execution, Readiness.Figures figures, int undrawn, long disputes) {
    return """
        - 普查区 %d 个（民政核定村（居）%d 个），小区 %d 个，其中虚拟小区 %d 个
        - 没有轮廓的小区 %d 个；未解决的边界争议 %d 起
        - 已列清单的小区 %d 个：建筑物 %d 幢，住房单元 %d 个，%d 户 %d 人
        - 按标准需要普查员 %d 人，指导员 %d 至 %d 人
        """
        .formatted(
            figures.areas(),
            FormValues.number(execution, "divisionCommunities"),
            figures.blocks(),
            figures.virtualBlocks(),
            undrawn,
            disputes,
            figures.listedBlocks(),
            figures.buildings(),
            figures.dwellings(),
            figures.households(),
            figures.persons(),
            figures.enumerators(),
            figures.fewestSupervisors(),
            figures.mostSupervisors());
  }

  /** Makes the blocks known to everyone; again changes nothing. */
  public void publish(DelegateExecution execution) {
    acceptance.accept(
        instance.of(execution).census().id(), doers.last(execution, MappingProcess.ACCEPT_MAPPING));
  }
}
