package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.sample.SampleVisits.Visit;
import org.censusflow.system.Rest.Answer;

/** One task of a recheck as its officer does it over REST, the way Tasklist's form does. */
record Recheck(Task task, String user, Rest rest) {

  void claim() {
    assertThat(engine("/claim", Map.of("userId", user)).status()).isEqualTo(204);
  }

  void unclaim() {
    assertThat(engine("/unclaim", Map.of()).status()).isEqualTo(204);
  }

  Answer complete() {
    return engine("/complete", Map.of());
  }

  private Answer engine(String action, Object body) {
    return rest.post("/engine-rest/task/" + task.getId() + action, body);
  }

  JsonNode view() {
    Answer view = rest.get("/api/rechecks/" + task.getId());
    assertThat(view.status()).isEqualTo(200);
    return view.json();
  }

  Answer settle(long difference, Object settlement) {
    return rest.put(difference(difference), settlement);
  }

  Answer review(long difference, boolean approved, String reason) {
    return rest.put(
        difference(difference) + "/review",
        Map.of("approved", approved, "reason", reason == null ? "" : reason));
  }

  private String difference(long id) {
    return "/api/rechecks/" + task.getId() + "/differences/" + id;
  }

  /** Records what a visit finds for every difference of the task. */
  void settleAll(LongFunction<Visit> visits) {
    for (JsonNode person : view().path("people")) {
      for (JsonNode item : person.path("differences")) {
        long id = item.path("id").asLong();
        assertThat(settle(id, visits.apply(id)).status()).isEqualTo(204);
      }
    }
  }

  void approveAll() {
    for (JsonNode person : view().path("people")) {
      for (JsonNode item : person.path("differences")) {
        if (item.path("status").asText().equals("verified")) {
          assertThat(review(item.path("id").asLong(), true, null).status()).isEqualTo(204);
        }
      }
    }
  }
}
