package org.censusflow.base.engine.models;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the work after the count, played. */
public class FakePublication {

  private final FakeSteps steps;

  FakePublication(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    beans.put("postEnumerationSteps", new PostEnumerationSteps());
    beans.put("publicationSteps", new PublicationSteps());
    beans.put("retentionSteps", new RetentionSteps());
    return beans;
  }

  public class PostEnumerationSteps {
    public void open(DelegateExecution execution) {
      execution.setVariable("releaseTitle", "样例公报");
      steps.note(execution, "postEnumerationSteps.open");
    }

    public List<String> subdistricts(DelegateExecution execution) {
      return List.of("songyu", "xinyang");
    }

    public String figuresOf(DelegateExecution execution) {
      return "样例";
    }

    public void recordFigures(DelegateExecution execution) {
      steps.note(
          execution,
          "postEnumerationSteps.recordFigures %s %s"
              .formatted(
                  execution.getVariable("subdistrict"), execution.getVariable("figuresDecision")));
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "postEnumerationSteps.remind");
    }

    public void sumUp(DelegateExecution execution) {
      execution.setVariable("figuresAgreed", true);
      steps.note(execution, "postEnumerationSteps.sumUp");
    }

    public String dataSheet(DelegateExecution execution) {
      return "样例";
    }

    public void recordData(DelegateExecution execution) {
      steps.note(execution, "postEnumerationSteps.recordData");
    }

    public String summarySheet(DelegateExecution execution) {
      return "样例";
    }

    public void startRetention(DelegateExecution execution) {
      steps.note(execution, "postEnumerationSteps.startRetention");
    }
  }

  public class PublicationSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "publicationSteps.register " + execution.getVariable("releaseKind"));
    }

    public String disclosureSheet(DelegateExecution execution) {
      return "样例";
    }

    public String releaseSheet(DelegateExecution execution) {
      return "样例";
    }

    public void recordSubmission(DelegateExecution execution) {
      execution.setVariable("replyDueAt", FakeSteps.in(10));
      steps.note(execution, "publicationSteps.recordSubmission");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "publicationSteps.remind");
    }

    public void recordDecision(DelegateExecution execution) {
      execution.setVariable("releaseAt", FakeSteps.in(5));
      steps.note(execution, "publicationSteps.recordDecision");
    }

    public void release(DelegateExecution execution) {
      steps.note(execution, "publicationSteps.release");
    }

    public void confirm(DelegateExecution execution) {
      execution.setVariable("faultFound", "fault".equals(execution.getVariable("releaseFault")));
      steps.note(execution, "publicationSteps.confirm");
    }

    public void startCorrection(DelegateExecution execution) {
      steps.note(execution, "publicationSteps.startCorrection");
    }
  }

  public class RetentionSteps {
    public void open(DelegateExecution execution) {
      execution.setVariable("material", "personal-data");
      steps.note(execution, "retentionSteps.open");
    }

    public String schedule(DelegateExecution execution) {
      return "样例";
    }

    public String inventory(DelegateExecution execution) {
      return "样例";
    }

    public String archiveSheet(DelegateExecution execution) {
      return "样例";
    }

    public void recordArchive(DelegateExecution execution) {
      execution.setVariable("destroyAfter", FakeSteps.in(730));
      steps.note(
          execution, "retentionSteps.recordArchive " + execution.getVariable("retentionPeriod"));
    }

    public void checkHold(DelegateExecution execution) {
      execution.setVariable("onHold", false);
      steps.note(execution, "retentionSteps.checkHold");
    }

    public void recordHold(DelegateExecution execution) {
      Date review = FakeSteps.in(30);
      execution.setVariable("holdReviewAt", review);
      steps.note(execution, "retentionSteps.recordHold");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "retentionSteps.remind");
    }

    public String destructionSheet(DelegateExecution execution) {
      return "样例";
    }

    public void destroyBatch(DelegateExecution execution) {
      long batches = steps.count("retentionSteps.destroyBatch");
      execution.setVariable("destroyState", batches < 2 ? "more" : "done");
      steps.note(execution, "retentionSteps.destroyBatch");
    }

    public void certify(DelegateExecution execution) {
      steps.note(execution, "retentionSteps.certify");
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "retentionSteps.close");
    }
  }
}
