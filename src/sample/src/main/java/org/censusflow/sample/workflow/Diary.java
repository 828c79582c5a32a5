package org.censusflow.sample.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.censusflow.base.district.District;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.springframework.stereotype.Component;

/** What people start by hand in the course of the whole sample census, and when. */
@Component
class Diary {

  /**
   * One start.
   *
   * @param group key of the group whose member starts it; {@code first-subdistrict} stands for the
   *     office of the district's first subdistrict
   */
  private record Entry(LocalDate on, String group, String process, Map<String, Object> form) {}

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final FormFiller filler;
  private final List<Entry> ahead = new ArrayList<>();
  private District district;

  Diary(RuntimeService runtime, RepositoryService repository, FormFiller filler) {
    this.runtime = runtime;
    this.repository = repository;
    this.filler = filler;
  }

  /** Begins the diary of a district's census. */
  void open(District of) {
    district = of;
    LocalDate reference = of.referenceTime().toLocalDate();
    ahead.clear();
    on(reference.minusDays(150), "census-leads", LeadingGroupMeetingProcess.KEY, Map.of());
    on(reference.minusDays(120), "first-subdistrict", BoundaryDisputeProcess.KEY, Map.of());
    on(
        reference.minusDays(19),
        "first-subdistrict",
        PolicyQuestionProcess.KEY,
        Map.of("topic", "students"));
    on(
        reference.minusDays(10),
        "first-subdistrict",
        StaffingProcess.KEY,
        Map.of("staffingKind", "replacement"));
    on(reference.plusDays(3), "census-office", InspectionProcess.KEY, Map.of());
    on(
        reference.plusDays(8),
        "census-office",
        ViolationProcess.KEY,
        Map.of("reportText", "样例：登记数字前后不符"));
  }

  private void on(LocalDate day, String group, String process, Map<String, Object> form) {
    boolean known =
        repository.createProcessDefinitionQuery().processDefinitionKey(process).count() > 0;
    if (known) {
      ahead.add(new Entry(day, group, process, form));
    }
  }

  Instant next() {
    return ahead.isEmpty() ? Instant.MAX : WholeRun.morning(ahead.get(0).on());
  }

  /** Starts what is due, as a member of the group whose business it is. */
  int startDue(List<StaffMember> staff) {
    int started = 0;
    while (!ahead.isEmpty() && !next().isAfter(ClockUtil.getCurrentTime().toInstant())) {
      start(ahead.remove(0), staff);
      started++;
    }
    return started;
  }

  private void start(Entry entry, List<StaffMember> staff) {
    String key =
        "first-subdistrict".equals(entry.group())
            ? district.subdistricts().get(0).key() + "-office"
            : entry.group();
    StaffMember person = SampleCensus.memberOf(staff, district.id() + "-" + key);
    person.act(
        () -> {
          ProcessDefinition definition =
              repository
                  .createProcessDefinitionQuery()
                  .processDefinitionKey(entry.process())
                  .latestVersion()
                  .singleResult();
          Map<String, Object> form = new HashMap<>(filler.fillStart(definition.getId()));
          form.putAll(entry.form());
          form.put("district", district.id());
          return runtime.startProcessInstanceByKey(entry.process(), form);
        });
  }
}
