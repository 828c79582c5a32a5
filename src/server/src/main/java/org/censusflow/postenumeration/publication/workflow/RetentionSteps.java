package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.time.LocalDate;
import java.util.Date;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.process.postenumeration.DataDestructionProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.task.CallingInstance;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.postenumeration.publication.Certificate;
import org.censusflow.postenumeration.publication.Destructions;
import org.censusflow.postenumeration.publication.Retentions;
import org.springframework.stereotype.Component;

/** The steps of {@code Retention}. */
@Component("retentionSteps")
public class RetentionSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final Retentions retentions;
  private final Destructions destructions;
  private final RetentionTable table;
  private final TaskDoers doers;

  RetentionSteps(
      Districts districts,
      DueDates dueDates,
      Retentions retentions,
      Destructions destructions,
      RetentionTable table,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.retentions = retentions;
    this.destructions = destructions;
    this.table = table;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = district(execution);
    String censusId = district.census().id();
    retentions.open(key(execution), censusId, district.id());
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", censusId);
    execution.setVariable("taskSubject", district.census().name());
    execution.setVariable("material", "personal-data");
    execution.setVariable("returnReason", "");
    execution.setVariable("destructionReminder", "");
    execution.setVariable("inventorySummary", inventory(execution));
  }

  /** How long which material is kept, from the decision table, for who hands it over. */
  public String schedule(DelegateExecution execution) {
    return table.schedule(execution);
  }

  /** What identifies people now, line by line. */
  public String inventory(DelegateExecution execution) {
    return destructions.inventory(text(execution, "censusId")).entrySet().stream()
        .map(line -> "- " + line.getKey() + "：" + line.getValue())
        .collect(Collectors.joining("\n"));
  }

  public String archiveSheet(DelegateExecution execution) {
    LocalDate until = keptUntil(execution);
    String ground = text(execution, "keepGround");
    return """
        - 接收单位：%s，收据 %s，%s，%d 卷（件）
        - 识别个人的资料保管到：%s%s
        - 依据：%s
        """
        .formatted(
            text(execution, "archiveName"),
            text(execution, "archiveReceipt"),
            day(execution, "handedOverOn"),
            number(execution, "volumesHandedOver"),
            until,
            until.isAfter(legalEnd(execution)) ? "（延长：" + ground + "）" : "",
            text(execution, "retentionBasis"));
  }

  public void recordArchive(DelegateExecution execution) {
    LocalDate until = keptUntil(execution);
    boolean longer = until.isAfter(legalEnd(execution));
    var destroyAfter = dueDates.closing(district(execution), until);
    retentions.archive(
        key(execution),
        new Retentions.Archive(
            text(execution, "archiveName"),
            text(execution, "archiveReceipt"),
            day(execution, "handedOverOn"),
            number(execution, "volumesHandedOver"),
            doers.last(execution, RetentionProcess.HAND_OVER_ARCHIVE),
            doers.last(execution, RetentionProcess.CONFIRM_ARCHIVE),
            text(execution, "retentionBasis"),
            longer ? text(execution, "keepGround") : null,
            destroyAfter));
    execution.setVariable("destroyAfter", Date.from(destroyAfter));
    execution.setVariable("destroyAfterDay", until.toString());
    execution.setVariable("returnReason", "");
  }

  public void checkHold(DelegateExecution execution) {
    int cases = destructions.openCases(district(execution).id());
    execution.setVariable("onHold", cases > 0);
    execution.setVariable("openCaseCount", cases);
    execution.setVariable("holdText", "本区有 " + cases + " 件违法案件没有办结，资料是证据，不得销毁。");
  }

  public void recordHold(DelegateExecution execution) {
    LocalDate until = day(execution, "holdUntil");
    retentions.hold(
        key(execution),
        number(execution, "openCaseCount"),
        until,
        text(execution, "holdGround"),
        doers.last(execution, RetentionProcess.REVIEW_HOLD));
    execution.setVariable("holdReviewAt", Date.from(dueDates.closing(district(execution), until)));
  }

  public void remind(DelegateExecution execution) {
    retentions.remind(key(execution));
    execution.setVariable("destructionReminder", "保管期限已满，请及时申请销毁。");
  }

  public String destructionSheet(DelegateExecution execution) {
    return """
        - 可以销毁之日：%s（%s）
        - 系统以外的备份和介质：%s
        - 纸质表：%d 份；方式：%s

        %s
        """
        .formatted(
            text(execution, "destroyAfterDay"),
            text(execution, "retentionBasis"),
            text(execution, "copiesListed"),
            number(execution, "paperForms"),
            text(execution, "destructionMethod"),
            inventory(execution));
  }

  /** The first batch also puts the two people's names to the destruction. */
  public void destroyBatch(DelegateExecution execution) {
    if (!"more".equals(text(execution, "destroyState"))) {
      retentions.apply(
          key(execution),
          new Retentions.Application(
              text(execution, "copiesListed"),
              text(execution, "destructionMethod"),
              number(execution, "paperForms"),
              doers.last(execution, DataDestructionProcess.APPLY_DESTRUCTION),
              doers.last(execution, DataDestructionProcess.APPROVE_DESTRUCTION)));
      destructions.authorise(key(execution));
    }
    Destructions.State state = destructions.destroySome(key(execution));
    execution.setVariable("destroyState", state.name().toLowerCase(java.util.Locale.ROOT));
  }

  public void certify(DelegateExecution execution) {
    Certificate certificate = destructions.certify(key(execution));
    execution.setVariable("certificateNumber", certificate.number());
    execution.setVariable(
        "certificateText",
        certificate.content().replace("\n", "\n\n") + "散列值（SHA-256）：" + certificate.sha256());
  }

  public void close(DelegateExecution execution) {
    retentions.close(
        key(execution),
        number(execution, "paperDestroyed"),
        text(execution, "copiesNote"),
        text(execution, "certificateFiledAs"),
        doers.last(execution, RetentionProcess.FILE_CERTIFICATE));
  }

  /** The first day on which the law lets the material go. */
  private LocalDate legalEnd(DelegateExecution execution) {
    return table.legalEnd(execution.getProcessEngineServices(), day(execution, "handedOverOn"));
  }

  private LocalDate keptUntil(DelegateExecution execution) {
    LocalDate chosen = day(execution, "keepUntil");
    LocalDate legal = legalEnd(execution);
    return chosen == null || chosen.isBefore(legal) ? legal : chosen;
  }

  private static String key(DelegateExecution execution) {
    return CallingInstance.of(execution, RetentionProcess.KEY);
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
