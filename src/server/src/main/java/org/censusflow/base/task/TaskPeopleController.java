package org.censusflow.base.task;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The people of a task's record, over REST. */
@RestController
class TaskPeopleController {

  private final TaskPeople people;

  TaskPeopleController(TaskPeople people) {
    this.people = people;
  }

  /** Names the groups and accounts of a task and its record. For everybody who sees the task. */
  @GetMapping("/api/tasks/{taskId}/people")
  List<TaskPeople.Named> people(@PathVariable String taskId) {
    return people.named(taskId);
  }
}
