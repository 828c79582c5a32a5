package org.censusflow.registration.field.workflow;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.registration.field.BlockBench;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Blocks through the deployed {@code Registration} and {@code AreaRegistration}: batches and steps
 * by the job executor, four tasks a block by people, until every block is registered. Lists are
 * empty, so that the processes are measured and not the households.
 */
@Component
@ConditionalOnProperty("censusflow.bench")
class RealBlocks {

  private static final double FLAT = 1.2;
  private static final int PAGE = 200;
  private static final long PAUSE_MILLIS = 20;

  private static final Map<String, Map<String, Object>> FORMS =
      Map.of(
          BlockListingProcess.LIST_HOUSEHOLDS,
          Map.of(
              "listedHouseholds", 0,
              "listedPersons", 0,
              "emptyDwellings", 0,
              "selfInvited", 0,
              "boundaryChecked", true),
          BlockShortFormsProcess.ENUMERATE_SHORT_FORMS,
          Map.of(),
          BlockShortFormsProcess.RECHECK_SAMPLE,
          Map.of(),
          BlockShortFormsProcess.ACCEPT_BLOCK,
          Map.of("decision", "approve"));

  private final BenchBlocks blocks;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  RealBlocks(
      BenchBlocks blocks, RuntimeService runtime, TaskService tasks, ManagementService management) {
    this.blocks = blocks;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  boolean run(BlockBench.Plan plan, PrintWriter console) {
    List<Double> ofBlock = new ArrayList<>();
    for (int size : plan.real()) {
      AtomicInteger conflicts = new AtomicInteger();
      double millis = run("real-" + size, size, plan.completers(), conflicts);
      ofBlock.add(millis / size);
      console.printf(
          "AreaRegistration         %6d blocks  %8.0f ms  %6.2f ms a block  %d conflicts  %d failed jobs%n",
          size,
          millis,
          millis / size,
          conflicts.get(),
          management.createJobQuery().noRetriesLeft().count());
      console.flush();
    }
    if (ofBlock.size() < 2) {
      return true;
    }
    double growth = ofBlock.get(ofBlock.size() - 1) / ofBlock.get(0);
    return EngineBlockBench.tell(
        console, "time per real block, last to first", growth, growth <= FLAT);
  }

  private double run(String name, int size, int completers, AtomicInteger conflicts) {
    String censusId = "bench-" + name;
    blocks.census(censusId, size);
    long begun = System.nanoTime();
    runtime.startProcessInstanceByKey(
        RegistrationProcess.KEY,
        censusId,
        Map.of("district", BenchBlocks.DISTRICT, "censusId", censusId));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < completers; i++) {
      int part = i;
      Thread thread = new Thread(() -> work(censusId, part, completers, conflicts));
      thread.start();
      threads.add(thread);
    }
    threads.forEach(EngineBlockBench::join);
    return (System.nanoTime() - begun) / 1e6;
  }

  /** Each completer has blocks of its own, as an officer has. */
  private void work(String censusId, int part, int parts, AtomicInteger conflicts) {
    long begun = System.nanoTime();
    while (blocks.open(censusId)) {
      int done = 0;
      for (Task task :
          tasks
              .createTaskQuery()
              .processDefinitionKeyIn(
                  BlockListingProcess.KEY, BlockShortFormsProcess.KEY, BlockLongFormsProcess.KEY)
              .processVariableValueEquals("censusId", censusId)
              .listPage(0, PAGE)) {
        if (Math.floorMod(task.getProcessInstanceId().hashCode(), parts) == part
            && complete(task, conflicts)) {
          done++;
        }
      }
      if (done == 0) {
        pause();
      }
      if (System.nanoTime() - begun > 3_600_000_000_000L) {
        throw new IllegalStateException("Blocks are still open after an hour");
      }
    }
  }

  private boolean complete(Task task, AtomicInteger conflicts) {
    boolean checks = task.getTaskDefinitionKey().matches("Task_(RecheckSample|AcceptBlock)");
    try {
      tasks.setAssignee(task.getId(), checks ? BenchBlocks.CHECKER : BenchBlocks.MAKER);
      tasks.complete(task.getId(), FORMS.get(task.getTaskDefinitionKey()));
      return true;
    } catch (OptimisticLockingException e) {
      conflicts.incrementAndGet();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
