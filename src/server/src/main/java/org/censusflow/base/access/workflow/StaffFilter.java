package org.censusflow.base.access.workflow;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.censusflow.base.district.GroupKind;

/** The filters that staff find in Tasklist, in their order. Soonest due comes first in each. */
enum StaffFilter {
  UNIT("本单位任务", "我所在单位或小组的任务，包括同事已认领的", "#3c8d5a", EnumSet.allOf(GroupKind.class)) {
    @Override
    TaskQuery restrict(TaskQuery tasks) {
      return tasks.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }
  },
  MINE("我的任务", "已由我认领的任务", "#2b7bb9", EnumSet.allOf(GroupKind.class)) {
    @Override
    TaskQuery restrict(TaskQuery tasks) {
      return tasks.taskAssigneeExpression("${currentUser()}");
    }
  },
  OVERDUE("逾期任务", "已过期限仍未办结的任务", "#c0392b", EnumSet.allOf(GroupKind.class)) {
    @Override
    TaskQuery restrict(TaskQuery tasks) {
      return tasks.dueBeforeExpression("${now()}");
    }
  },
  OFFICE(
      "全办任务", "本区全部在办任务", "#6b5b95", EnumSet.of(GroupKind.CENSUS_OFFICE, GroupKind.CENSUS_LEADS)) {
    @Override
    TaskQuery restrict(TaskQuery tasks) {
      return tasks;
    }
  },
  /** What the office may see is its own and its enumerators' and supervisors'. */
  SUBDISTRICT(
      "本街道任务",
      "本街道（乡）普查办、普查指导员和普查员的全部在办任务，可以改派",
      "#8a6d3b",
      EnumSet.of(GroupKind.SUBDISTRICT_OFFICE)) {
    @Override
    TaskQuery restrict(TaskQuery tasks) {
      return tasks;
    }
  };

  private final String label;
  private final String description;
  private final String color;
  private final Set<GroupKind> readers;

  StaffFilter(String label, String description, String color, Set<GroupKind> readers) {
    this.label = label;
    this.description = description;
    this.color = color;
    this.readers = readers;
  }

  abstract TaskQuery restrict(TaskQuery tasks);

  TaskQuery query(TaskService tasks) {
    return restrict(tasks.createTaskQuery()).orderByDueDate().asc();
  }

  boolean isFor(GroupKind kind) {
    return readers.contains(kind);
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  String color() {
    return color;
  }
}
