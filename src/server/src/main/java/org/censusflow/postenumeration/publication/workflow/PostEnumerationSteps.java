package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.postenumeration.publication.CensusCounts;
import org.censusflow.postenumeration.publication.CensusCounts.Counts;
import org.censusflow.postenumeration.publication.PostEnumerations;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The steps of {@code PostEnumeration}. */
@Component("postEnumerationSteps")
public class PostEnumerationSteps {

  private final Districts districts;
  private final CensusCounts counts;
  private final PostEnumerations files;
  private final RuntimeService runtime;
  private final TaskDoers doers;

  PostEnumerationSteps(
      Districts districts,
      CensusCounts counts,
      PostEnumerations files,
      @Lazy RuntimeService runtime,
      TaskDoers doers) {
    this.districts = districts;
    this.counts = counts;
    this.files = files;
    this.runtime = runtime;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = district(execution);
    String censusId = district.census().id();
    Counts registered = counts.of(censusId);
    files.open(key(execution), censusId, district.id(), registered);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", censusId);
    execution.setVariable("taskSubject", district.census().name());
    execution.setVariable("releaseTitle", district.name() + district.census().name() + "公报");
    execution.setVariable("registeredFigures", FigureTexts.of(registered));
    execution.setVariable("figuresRound", 1);
    execution.setVariable("figuresReminder", "");
    execution.setVariable("processingNote", "");
    execution.setVariable("returnReason", "");
  }

  public List<String> subdistricts(DelegateExecution execution) {
    return district(execution).subdistricts().stream().map(Subdistrict::key).toList();
  }

  /** What the registrations count of the subdistrict that the execution is about. */
  public String figuresOf(DelegateExecution execution) {
    Subdistrict part = district(execution).subdistrict(text(execution, "subdistrict"));
    Counts registered = counts.ofSubdistrict(text(execution, "censusId"), part.key());
    return "**" + part.name() + "**\n\n" + FigureTexts.of(registered);
  }

  public void recordFigures(DelegateExecution execution) {
    boolean agrees = "agree".equals(text(execution, "figuresDecision"));
    String subdistrict = text(execution, "subdistrict");
    files.answer(
        key(execution),
        number(execution, "figuresRound"),
        new PostEnumerations.Answer(
            subdistrict,
            agrees,
            agrees ? null : text(execution, "figuresReason"),
            answeredBy(execution, subdistrict)));
  }

  /** Who of the subdistrict's office completed its task: one of several of the same kind. */
  private String answeredBy(DelegateExecution execution, String subdistrict) {
    String office = district(execution).group(GroupKind.SUBDISTRICT_OFFICE, subdistrict).id();
    return execution
        .getProcessEngineServices()
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(PostEnumerationProcess.CONFIRM_FIGURES)
        .taskHadCandidateGroup(office)
        .finished()
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(HistoricTaskInstance::getAssignee)
        .findFirst()
        .orElse(null);
  }

  public void remind(DelegateExecution execution) {
    files.remind(key(execution));
    execution.setVariable("figuresReminder", "核对期限已到，请尽快答复。");
  }

  /** One subdistrict that disputes its figures is enough to look at them again. */
  public void sumUp(DelegateExecution execution) {
    int round = number(execution, "figuresRound");
    District district = district(execution);
    String disputes =
        files.answers(key(execution), round).stream()
            .filter(answer -> !answer.agrees())
            .map(it -> district.subdistrict(it.subdistrict()).name() + "：" + it.reason())
            .collect(Collectors.joining("；"));
    execution.setVariable("figuresAgreed", disputes.isEmpty());
    execution.setVariable("returnReason", disputes.isEmpty() ? "" : "街道有异议。" + shortened(disputes));
    execution.setVariable("figuresRound", round + 1);
    execution.setVariable("figuresReminder", "");
  }

  private static String shortened(String text) {
    return text.length() > 2_000 ? text.substring(0, 2_000) : text;
  }

  public String dataSheet(DelegateExecution execution) {
    return """
        %s
        - 应编码 %d 人，已编码 %d 人，已复核 %d 人
        - 没有通过审核的记录 %d 条；来源：%s
        - 各街道对本地数字没有异议

        %s
        """
        .formatted(
            text(execution, "registeredFigures"),
            number(execution, "codingDue"),
            number(execution, "codingDone"),
            number(execution, "codingChecked"),
            number(execution, "faultsLeft"),
            text(execution, "processingSource"),
            text(execution, "processingNote"));
  }

  public void recordData(DelegateExecution execution) {
    files.confirm(
        key(execution),
        new PostEnumerations.Processing(
            number(execution, "codingDue"),
            number(execution, "codingDone"),
            number(execution, "codingChecked"),
            number(execution, "faultsLeft"),
            text(execution, "processingSource"),
            text(execution, "processingNote"),
            doers.last(execution, PostEnumerationProcess.PROCESS_DATA)),
        doers.last(execution, PostEnumerationProcess.CONFIRM_DATA));
    execution.setVariable("returnReason", "");
  }

  public String summarySheet(DelegateExecution execution) {
    return """
        - 建议表彰 %d 个单位、%d 人；评选办法：%s

        %s
        """
        .formatted(
            number(execution, "commendedUnits"),
            number(execution, "commendedStaff"),
            text(execution, "commendationBasis"),
            text(execution, "summaryText"));
  }

  /** The material's years are not the census's: they run in an instance of their own. */
  public void startRetention(DelegateExecution execution) {
    files.close(
        key(execution),
        new PostEnumerations.Catalogue(
            number(execution, "volumesPermanent"),
            number(execution, "volumesSummary"),
            number(execution, "volumesPersonal"),
            number(execution, "paperForms"),
            text(execution, "catalogueNumber")),
        new PostEnumerations.Summary(
            text(execution, "summaryText"),
            number(execution, "commendedUnits"),
            number(execution, "commendedStaff"),
            text(execution, "commendationBasis"),
            doers.last(execution, PostEnumerationProcess.DECIDE_SUMMARY)));
    runtime
        .createProcessInstanceByKey(RetentionProcess.KEY)
        .businessKey(text(execution, "censusId"))
        .setVariable("district", district(execution).id())
        .setVariable("paperForms", number(execution, "paperForms"))
        .execute();
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
