package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.springframework.stereotype.Component;

/**
 * Two policy questions under way, so that a newcomer sees how one is registered, routed and
 * answered.
 */
@Component
class SampleQuestions {

  private final RuntimeService runtime;

  SampleQuestions(RuntimeService runtime) {
    this.runtime = runtime;
  }

  void ask(List<StaffMember> staff) {
    String district = staff.get(0).district();
    StaffMember subdistrict =
        staff.stream()
            .filter(
                person ->
                    person.groups().stream()
                        .anyMatch(
                            group ->
                                group.endsWith("-office") && !group.endsWith("-census-office")))
            .findFirst()
            .orElseThrow();
    ask(
        subdistrict,
        Map.of(
            "subject", "住校教师的登记地点（样例）",
            "topic", "students",
            "urgency", "normal",
            "question", "寄宿制学校的教师平时住校、周末回家，应在学校登记还是在家中登记？"));
    ask(
        SampleCensus.memberOf(staff, district + "-construction"),
        Map.of(
            "subject", "停工工地留守人员的登记（样例）",
            "topic", "construction-sites",
            "urgency", "urgent",
            "question", "已停工工地的留守人员由工地所在小区登记，还是由其居住的临时板房所在小区登记？"));
  }

  private void ask(StaffMember asker, Map<String, Object> form) {
    Map<String, Object> variables = new java.util.HashMap<>(form);
    variables.put("district", asker.district());
    asker.act(() -> runtime.startProcessInstanceByKey(PolicyQuestionProcess.KEY, variables));
  }
}
