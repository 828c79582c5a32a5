// A department that answers the requests for its records: Camunda's own client fetches them,
// CensusFlow's REST takes the files. Start it with the settings of docs/examples/README.md.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BasicAuthInterceptor, Client, logger } from "camunda-external-task-client-js";
import { Census } from "./census.mjs";

const { CENSUSFLOW, CENSUSFLOW_LOGIN, TOPIC, RECORDS } = process.env;
const [username, password] = CENSUSFLOW_LOGIN.split(/:(.*)/s);

const census = new Census(CENSUSFLOW, username, password);
const client = new Client({
  baseUrl: `${CENSUSFLOW}/engine-rest`,
  workerId: `example-${username}`,
  maxTasks: 1,
  lockDuration: 10 * 60_000,
  // A request that comes back after a failure does not end a waiting poll, so polls are short.
  asyncResponseTimeout: 4_000,
  interceptors: new BasicAuthInterceptor({ username, password }),
  use: logger,
});

client.subscribe(TOPIC, async ({ task, taskService }) => {
  try {
    const file = await readFile(join(RECORDS, `${task.variables.get("supply")}.csv`));
    const receipt = await census.answer(task.businessKey, task.id, file);
    console.log(`${task.businessKey}: ${receipt.accepted} of ${receipt.rows} rows kept`);
    await taskService.complete(task);
  } catch (failure) {
    console.error(`${task.businessKey}: ${failure.message}`);
    // One retry left: it is the department's to mend, and no incident of the census office.
    await taskService.handleFailure(task, {
      errorMessage: failure.message,
      retries: 1,
      retryTimeout: 5 * 60_000,
    });
  }
});
