import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;

/**
 * A department that answers the requests for its records: Camunda's own client fetches them,
 * CensusFlow's REST takes the files. Start it with the settings of docs/examples/README.md.
 */
public class Department {

  private static final Map<String, String> SETTINGS = System.getenv();

  public static void main(String[] args) {
    String server = SETTINGS.get("CENSUSFLOW");
    String[] login = SETTINGS.get("CENSUSFLOW_LOGIN").split(":", 2);
    Census census = new Census(server, login[0], login[1]);
    ExternalTaskClient.create()
        .baseUrl(server + "/engine-rest")
        .workerId("example-" + login[0])
        .maxTasks(1)
        .lockDuration(Duration.ofMinutes(10).toMillis())
        // A request that comes back after a failure does not end a waiting poll: polls are short.
        .asyncResponseTimeout(4_000)
        .addInterceptor(new BasicAuthProvider(login[0], login[1]))
        .build()
        .subscribe(SETTINGS.get("TOPIC"))
        .handler((task, service) -> answer(census, task, service))
        .open();
  }

  private static void answer(Census census, ExternalTask task, ExternalTaskService service) {
    try {
      Path file = Path.of(SETTINGS.get("RECORDS"), task.getVariable("supply") + ".csv");
      var receipt = census.answer(task.getBusinessKey(), task.getId(), Files.readAllBytes(file));
      System.out.printf(
          "%s: %d of %d rows kept%n",
          task.getBusinessKey(), receipt.get("accepted").asInt(), receipt.get("rows").asInt());
      service.complete(task);
    } catch (Exception failure) {
      System.err.println(task.getBusinessKey() + ": " + failure.getMessage());
      // One retry left: it is the department's to mend, and no incident of the census office.
      long pause = Duration.ofMinutes(5).toMillis();
      service.handleFailure(task, failure.getMessage(), null, 1, pause);
    }
  }
}
