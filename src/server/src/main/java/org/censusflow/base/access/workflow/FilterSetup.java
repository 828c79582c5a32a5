package org.censusflow.base.access.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Makes the Tasklist filters that are missing; what an administrator changed in them stays. */
@Component
class FilterSetup {

  /** Variables that Tasklist shows under a task's name. Keys and short text only, never persons. */
  private static final List<Map<String, String>> COLUMNS =
      List.of(
          column("title", "事项"),
          column("unit", "单位"),
          column("supply", "资料"),
          column("subdistrict", "街道（乡）"),
          column("block", "普查小区"));

  private final FilterService filters;
  private final TaskService tasks;

  FilterSetup(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  /**
   * @return the id of the filter in the engine
   */
  String ensure(StaffFilter staffFilter) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(staffFilter.label()).list().stream()
            .findFirst()
            .orElseGet(() -> create(staffFilter));
    return filter.getId();
  }

  private Filter create(StaffFilter staffFilter) {
    Filter filter = filters.newTaskFilter(staffFilter.label());
    filter.setQuery(staffFilter.query(tasks));
    filter.setProperties(
        Map.of(
            "description",
            staffFilter.description(),
            "color",
            staffFilter.color(),
            "priority",
            staffFilter.ordinal() + 1,
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            COLUMNS));
    return filters.saveFilter(filter);
  }

  private static Map<String, String> column(String name, String label) {
    return Map.of("name", name, "label", label);
  }
}
