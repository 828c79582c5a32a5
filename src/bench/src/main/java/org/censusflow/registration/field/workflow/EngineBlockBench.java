package org.censusflow.registration.field.workflow;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.registration.field.BlockBench;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Starts and completes blocks both ways, in the same program on the same database. */
@Component
@ConditionalOnProperty("censusflow.bench")
class EngineBlockBench implements BlockBench {

  private static final int BATCH = 100;
  private static final double FLAT = 1.2;
  private static final double FASTER = 5;
  private static final double SCALES = 1.5;

  private final BenchBlocks blocks;
  private final RealBlocks real;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ProcessEngineConfigurationImpl engine;

  EngineBlockBench(
      BenchBlocks blocks,
      RealBlocks real,
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      ProcessEngineConfigurationImpl engine) {
    this.blocks = blocks;
    this.real = real;
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.engine = engine;
  }

  @Override
  public boolean run(Plan plan, PrintWriter console) {
    repository
        .createDeployment()
        .name("bench")
        .addClasspathResource("bench/BenchPhase.bpmn")
        .addClasspathResource("bench/BenchBlock.bpmn")
        .addClasspathResource("bench/BenchChildren.bpmn")
        .deploy();
    instances("warm-up", 500, 1);
    children("warm-up-rival", 50, 1);
    boolean reached = stayFlat(plan, console);
    if (plan.rival() > 0) {
      reached &= beatTheRival(plan.rival(), 1, console);
      if (plan.completers() > 1) {
        reached &= beatTheRival(plan.rival(), plan.completers(), console);
      }
    }
    if (plan.completers() > 1) {
      reached &= scaleWithPeople(plan.completers(), console);
    }
    return reached & real.run(plan, console);
  }

  private boolean stayFlat(Plan plan, PrintWriter console) {
    List<BenchRun> runs = new ArrayList<>();
    for (int size : plan.sizes()) {
      BenchRun run = instances("size-" + runs.size() + "-" + size, size, 1);
      runs.add(run);
      run.print(console, "instances of their own");
    }
    if (runs.size() < 2) {
      return true;
    }
    BenchRun first = runs.get(0);
    BenchRun last = runs.get(runs.size() - 1);
    double growth = last.ofBlock() / first.ofBlock();
    boolean reached = tell(console, "time per block, last to first", growth, growth <= FLAT);
    console.printf("        in processor time: %.2f%n", last.cpuOfBlock() / first.cpuOfBlock());
    return reached;
  }

  private boolean beatTheRival(int size, int people, PrintWriter console) {
    BenchRun own = instances("own-" + people, size, people);
    own.print(console, "instances, people: " + people);
    BenchRun rival = children("rival-" + people, size, people);
    rival.print(console, "multi-instance, people: " + people);
    double faster = rival.millis() / own.millis();
    boolean reached =
        tell(console, "times as fast as one multi-instance", faster, faster >= FASTER);
    console.printf("        in processor time: %.2f%n", rival.cpuMillis() / own.cpuMillis());
    return reached;
  }

  private boolean scaleWithPeople(int people, PrintWriter console) {
    BenchRun one = instances("one-completer", 1_000, 1);
    BenchRun many = instances("many-completers", 1_000, people);
    one.print(console, "one completer");
    many.print(console, people + " completers");
    double scales = many.perSecond() / one.perSecond();
    return tell(console, "throughput, many to one", scales, scales >= SCALES)
        & tell(console, "conflicts", many.conflicts(), many.conflicts() == 0);
  }

  static boolean tell(PrintWriter console, String what, double value, boolean reached) {
    console.printf("%s %s: %.2f%n", reached ? "reached" : "MISSED ", what, value);
    console.flush();
    return reached;
  }

  private BenchRun instances(String name, int size, int completers) {
    String censusId = "bench-" + name;
    blocks.census(censusId, size);
    Map<String, Object> scope = Map.of("district", BenchBlocks.DISTRICT, "censusId", censusId);
    String phase = runtime.startProcessInstanceByKey("BenchPhase", censusId, scope).getId();
    List<String> codes = blocks.blocks(censusId);
    double cpu = cpuMillis();
    long begun = System.nanoTime();
    for (int from = 0; from < size; from += BATCH) {
      startBatch(censusId, codes.subList(from, Math.min(size, from + BATCH)));
    }
    return completed(phase, size, completers, begun, cpu);
  }

  /** As one command of the engine, the way the step of the registration phase starts them. */
  private void startBatch(String censusId, List<String> codes) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              codes.forEach(code -> start(censusId, code));
              return null;
            });
  }

  private void start(String censusId, String block) {
    runtime
        .createProcessInstanceByKey("BenchBlock")
        .businessKey(block)
        .setVariable("district", BenchBlocks.DISTRICT)
        .setVariable("censusId", censusId)
        .setVariable("block", block)
        .setVariable("subdistrict", blocks.subdistrict(block))
        .setVariable("taskSubject", block)
        .execute();
  }

  private BenchRun children(String name, int size, int completers) {
    String censusId = "bench-" + name;
    blocks.census(censusId, size);
    Map<String, Object> scope = Map.of("district", BenchBlocks.DISTRICT, "censusId", censusId);
    double cpu = cpuMillis();
    long begun = System.nanoTime();
    String phase = runtime.startProcessInstanceByKey("BenchChildren", censusId, scope).getId();
    return completed(phase, size, completers, begun, cpu);
  }

  /** Processor time of this program so far, all threads together. */
  private static double cpuMillis() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(duration -> duration.toNanos() / 1e6)
        .orElse(Double.NaN);
  }

  /** Completes every task, the way officers do: one at a time each, and again when refused. */
  private BenchRun completed(String phase, int size, int completers, long begun, double cpu) {
    double startMillis = (System.nanoTime() - begun) / 1e6;
    blocks.analyze();
    long awaited = System.nanoTime();
    ConcurrentLinkedQueue<String> open = new ConcurrentLinkedQueue<>();
    tasks.createTaskQuery().processDefinitionKey("BenchBlock").list().stream()
        .map(Task::getId)
        .forEach(open::add);
    if (open.size() != size) {
      throw new IllegalStateException(open.size() + " tasks for " + size + " blocks");
    }
    AtomicInteger conflicts = new AtomicInteger();
    together(completers, () -> complete(open, conflicts));
    long ended = System.nanoTime();
    if (runtime.createProcessInstanceQuery().processInstanceId(phase).count() > 0) {
      throw new IllegalStateException("The phase still waits for its blocks");
    }
    return new BenchRun(
        size, startMillis, (ended - awaited) / 1e6, cpuMillis() - cpu, conflicts.get());
  }

  /** The same work by several threads at once, until all have ended. */
  private static void together(int threads, Runnable work) {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(work, "bench-" + i);
      thread.start();
      all.add(thread);
    }
    all.forEach(EngineBlockBench::join);
  }

  private void complete(ConcurrentLinkedQueue<String> open, AtomicInteger conflicts) {
    for (String task = open.poll(); task != null; task = open.poll()) {
      try {
        tasks.complete(task);
      } catch (OptimisticLockingException e) {
        conflicts.incrementAndGet();
        open.add(task);
      }
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
