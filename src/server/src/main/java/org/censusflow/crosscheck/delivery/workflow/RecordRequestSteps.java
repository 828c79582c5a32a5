package org.censusflow.crosscheck.delivery.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.Supply;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.stereotype.Component;

/** The steps of {@code CrossCheck} and {@code RecordRequest} that ask departments for records. */
@Component("recordRequests")
public class RecordRequestSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final RequestLedger ledger;
  private final Deliveries deliveries;
  private final Clock clock;

  RecordRequestSteps(
      Districts districts,
      DueDates dueDates,
      RequestLedger ledger,
      Deliveries deliveries,
      Clock clock) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Sends one request for each kind of record that the unit owes in this district. */
  public void dispatch(DelegateExecution execution, String unit) {
    District district = district(execution);
    for (Supply supply : district.suppliesOf(unit)) {
      ledger.send(request(execution, district, supply));
    }
  }

  private RecordRequest request(DelegateExecution execution, District district, Supply supply) {
    String censusId = TaskOrigin.text(execution, "censusId");
    String unitName = district.unit(supply.unit()).name();
    Instant due = dueDates.due(district, supply, clock.instant());
    return new RecordRequest(
        censusId + "-" + supply.id(),
        censusId,
        district.id(),
        supply.unit(),
        supply.id(),
        supply.name() + "（" + unitName + "）",
        String.join("、", supply.fields().values()),
        supply.legalBasis(),
        supply.channel(),
        supply.registerAsOf(),
        RecordRequest.Status.SENT,
        clock.instant(),
        due,
        0,
        0,
        null);
  }

  /** The unit's requests of this census, one instance of {@code RecordRequest} each. */
  public List<String> idsOf(DelegateExecution execution, String unit) {
    return ledger.ofUnit(TaskOrigin.text(execution, "censusId"), unit).stream()
        .map(RecordRequest::id)
        .toList();
  }

  /** Tells the process what its request is about. */
  public void describe(DelegateExecution execution) {
    RecordRequest request = request(execution);
    District district = district(execution);
    execution.setVariable("unit", request.unit());
    // The engine lets the program of the group in who is named after the dot.
    execution.setVariable("topic", "records." + district.id() + "-" + request.unit());
    execution.setVariable("unitName", district.unit(request.unit()).name());
    execution.setVariable("supply", request.supply());
    execution.setVariable("channel", request.channel().code());
    execution.setVariable("title", request.title());
    execution.setVariable("taskSubject", request.title());
    execution.setVariable("fields", request.fields());
    execution.setVariable("legalBasis", request.legalBasis());
    execution.setVariable("asOf", request.asOf().toString());
    setDue(execution, district, request.dueAt());
  }

  private void setDue(DelegateExecution execution, District district, Instant due) {
    execution.setVariable("dueAt", Date.from(due));
    Instant reminder = dueDates.due(district, "request-reminder", clock.instant());
    execution.setVariable("reminderAt", Date.from(reminder.isBefore(due) ? reminder : due));
  }

  /** Counts a reminder; the department sees it on its task. */
  public void remind(DelegateExecution execution) {
    ledger.reminded(request(execution).id());
    execution.setVariable("reminders", request(execution).reminders());
  }

  /** Holds the delivery against its manifest and the district's limits. */
  public void check(DelegateExecution execution) {
    RecordRequest request = request(execution);
    District district = district(execution);
    Integer fewest = district.supply(request.supply()).minimumRows();
    Optional<String> shortcoming =
        deliveries.shortcoming(
            request.id(), district.thresholds().rejectedRowShare(), fewest == null ? 0 : fewest);
    execution.setVariable("deliveryAccepted", shortcoming.isEmpty());
    execution.setVariable("returnReason", shortcoming.orElse(null));
    deliveries
        .latest(request.id())
        .ifPresent(
            receipt -> {
              execution.setVariable("rowCount", receipt.rows());
              execution.setVariable("rejectedCount", receipt.rejected());
            });
  }

  public void issueReceipt(DelegateExecution execution) {
    deliveries.accept(request(execution).id());
  }

  public void returnDelivery(DelegateExecution execution) {
    deliveries.returnLatest(request(execution).id(), text(execution, "returnReason"));
    execution.setVariable("returns", request(execution).returns());
  }

  /** Gives the department until the end of the day that the office's lead decided. */
  public void extend(DelegateExecution execution) {
    District district = district(execution);
    Instant due = dueDates.closing(district, LocalDate.parse(text(execution, "extendedTo")));
    ledger.extend(request(execution).id(), due, text(execution, "overdueReason"));
    setDue(execution, district, due);
  }

  /** Closes the request without records, with the lead's reason. */
  public void recordMissing(DelegateExecution execution) {
    ledger.missing(request(execution).id(), text(execution, "overdueReason"));
  }

  /** The instance's key is its request. */
  private RecordRequest request(DelegateExecution execution) {
    RecordRequest request = ledger.require(execution.getProcessBusinessKey());
    if (!request.district().equals(execution.getTenantId())) {
      throw new IllegalStateException(
          "CF-E160 Request %s is not of %s".formatted(request.id(), execution.getTenantId()));
    }
    return request;
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }
}
