package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.moment;
import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.postenumeration.publication.CensusCounts;
import org.censusflow.postenumeration.publication.Release;
import org.censusflow.postenumeration.publication.ReleaseDraft;
import org.censusflow.postenumeration.publication.ReleaseTables;
import org.censusflow.postenumeration.publication.Releases;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The steps of {@code Publication}. */
@Component("publicationSteps")
public class PublicationSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final CensusCounts counts;
  private final Releases releases;
  private final RuntimeService runtime;
  private final Clock clock;
  private final TaskDoers doers;

  PublicationSteps(
      Districts districts,
      DueDates dueDates,
      CensusCounts counts,
      Releases releases,
      @Lazy RuntimeService runtime,
      Clock clock,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.counts = counts;
    this.releases = releases;
    this.runtime = runtime;
    this.clock = clock;
    this.doers = doers;
  }

  /** Gives the release a number and lays beside it what the registrations count. */
  public void register(DelegateExecution execution) {
    District district = districts.require(execution.getTenantId());
    String censusId = district.census().id();
    CensusCounts.Counts registered = counts.of(censusId);
    String kind = text(execution, "releaseKind");
    long number = releases.plan(district.id(), censusId, key(execution), kind, registered.here());
    String title = text(execution, "releaseTitle");
    if (title == null) {
      title = district.name() + district.census().name() + "公报";
    }
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", censusId);
    execution.setVariable("releaseNumber", number);
    execution.setVariable("releaseTitle", title);
    execution.setVariable("taskSubject", title);
    execution.setVariable("personsRegistered", registered.here());
    execution.setVariable("registeredFigures", FigureTexts.of(registered));
    execution.setVariable(
        "releaseOptions",
        FormValues.options(
            releases.released(district.id()),
            release -> release.number() + " " + release.title(),
            release -> Long.toString(release.number())));
    execution.setVariable("correctsRelease", text(execution, "correctsRelease"));
    execution.setVariable("correctionText", text(execution, "correctionText"));
    execution.setVariable("populationNote", "");
    execution.setVariable("returnReason", "");
    execution.setVariable("higherReminder", "");
  }

  /** What the second officer reads before figures may be shown. */
  public String disclosureSheet(DelegateExecution execution) {
    return """
        - 资料种类：%s
        - 最细的地域：%s
        - 最小的非零数字：%d
        - %s

        %s
        """
        .formatted(
            FigureTexts.TABLE_KINDS.get(text(execution, "tableKind")),
            FigureTexts.AREA_LEVELS.get(text(execution, "areaLevel")),
            number(execution, "smallestCell"),
            ReleaseTables.of(text(execution, "releaseText")).sheet().orElse("正文中没有表"),
            text(execution, "releaseText"));
  }

  /** What the lead reads before the figures go to the next higher office. */
  public String releaseSheet(DelegateExecution execution) {
    String note = text(execution, "populationNote");
    String correction = correction(execution) ? text(execution, "correctionText") : null;
    return """
        - 本区常住人口：%d 人（登记库 %d 人）%s
        - 来源：%s
        - 拟发布时间：%s
        %s
        %s

        **口径和方法**

        %s
        """
        .formatted(
            number(execution, "populationTotal"),
            number(execution, "personsRegistered"),
            differs(execution) ? "，差数原因：" + note : "",
            text(execution, "figureSource"),
            FigureTexts.minute(moment(execution, "embargoAt")),
            correction == null ? "" : "- 更正：" + correction + "\n",
            text(execution, "releaseText"),
            text(execution, "methodNote"));
  }

  public void recordSubmission(DelegateExecution execution) {
    boolean correction = correction(execution);
    releases.approveHere(
        key(execution),
        new ReleaseDraft(
            text(execution, "releaseTitle"),
            text(execution, "releaseText"),
            text(execution, "methodNote"),
            number(execution, "populationTotal"),
            differs(execution) ? text(execution, "populationNote") : null,
            text(execution, "figureSource"),
            text(execution, "tableKind"),
            text(execution, "areaLevel"),
            number(execution, "smallestCell"),
            correction ? Long.valueOf(text(execution, "correctsRelease")) : null,
            correction ? text(execution, "correctionText") : null));
    releases.submit(
        key(execution),
        text(execution, "submittedTo"),
        text(execution, "submissionNumber"),
        day(execution, "submittedOn"),
        doers.last(execution, PublicationProcess.SUBMIT_RELEASE));
    District district = districts.require(execution.getTenantId());
    execution.setVariable("taskSubject", text(execution, "releaseTitle"));
    execution.setVariable("higherReminder", "");
    execution.setVariable(
        "replyDueAt", Date.from(dueDates.due(district, "receipt", clock.instant())));
  }

  public void remind(DelegateExecution execution) {
    releases.remind(key(execution));
    execution.setVariable("higherReminder", "批复期限已到，请向上一级统计机构催问。");
  }

  public void recordDecision(DelegateExecution execution) {
    String decision = text(execution, "higherDecision");
    boolean approved = "approve".equals(decision);
    releases.answer(
        key(execution),
        new Releases.Answer(
            decision,
            approved ? null : text(execution, "higherReason"),
            text(execution, "higherNumber"),
            day(execution, "higherOn"),
            approved ? moment(execution, "embargoAt") : null),
        doers.last(execution, PublicationProcess.RECORD_HIGHER_DECISION));
    if (approved) {
      execution.setVariable("releaseAt", Date.from(moment(execution, "embargoAt")));
    }
    execution.setVariable("returnReason", approved ? "" : text(execution, "higherReason"));
  }

  public void release(DelegateExecution execution) {
    releases.release(key(execution));
  }

  public void confirm(DelegateExecution execution) {
    boolean fault = "fault".equals(text(execution, "releaseFault"));
    releases.confirm(
        key(execution),
        text(execution, "releaseChannels"),
        fault ? text(execution, "faultText") : null,
        doers.last(execution, PublicationProcess.CONFIRM_RELEASE));
    execution.setVariable("faultFound", fault);
  }

  /** A correction goes the whole way again, the next higher office's approval with it. */
  public void startCorrection(DelegateExecution execution) {
    runtime
        .createProcessInstanceByKey(PublicationProcess.KEY)
        .businessKey(execution.getProcessBusinessKey())
        .setVariable("district", districts.require(execution.getTenantId()).id())
        .setVariable("releaseKind", "correction")
        .setVariable("releaseTitle", "更正：" + shortened(text(execution, "releaseTitle")))
        .setVariable("correctsRelease", Long.toString(releases.number(key(execution))))
        .setVariable("correctionText", text(execution, "faultText"))
        .execute();
  }

  private static String shortened(String title) {
    return title.length() > 90 ? title.substring(0, 90) : title;
  }

  private static boolean correction(DelegateExecution execution) {
    return "correction".equals(text(execution, "releaseKind"));
  }

  private static boolean differs(DelegateExecution execution) {
    return number(execution, "populationTotal") != number(execution, "personsRegistered");
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }

  /** Whether a release with this number can be corrected in the district. */
  boolean released(String district, String number) {
    return releases.released(district).stream()
        .map(Release::number)
        .anyMatch(known -> Long.toString(known).equals(number));
  }
}
