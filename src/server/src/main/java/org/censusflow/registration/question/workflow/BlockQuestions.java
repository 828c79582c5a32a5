package org.censusflow.registration.question.workflow;

import org.censusflow.base.task.TaskOrigin;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.censusflow.registration.question.QuestionTask;
import org.censusflow.registration.question.QuestionTask.Stage;
import org.censusflow.registration.submission.BlockPlaces;
import org.springframework.stereotype.Component;

/** Finds out which block an instance of {@code HouseholdQuestion} is about: its key says so. */
@Component
class BlockQuestions {

  private static final String BETWEEN = "/questions/";

  private final BlockPlaces places;

  BlockQuestions(BlockPlaces places) {
    this.places = places;
  }

  static String businessKey(String censusId, String block) {
    return censusId + BETWEEN + block;
  }

  Place place(String district, String businessKey) {
    int between = businessKey.lastIndexOf(BETWEEN);
    return places
        .find(
            district,
            businessKey.substring(0, between),
            businessKey.substring(between + BETWEEN.length()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "CF-E160 %s has no block of %s".formatted(district, businessKey)));
  }

  static QuestionTask task(Place place, TaskOrigin origin, Stage stage) {
    return new QuestionTask(
        place.district(), place.censusId(), place.block(), origin.label(), stage);
  }
}
