package org.censusflow.progress.workflow;

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
import org.censusflow.progress.BlockBench;
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

  /**
   * What one way of running so many blocks took, and how often a completer was refused.
   *
   * @param cpuMillis processor time of this program, which other programs on the machine do not
   *     lengthen
   */
  private record Run(
      int blocks, double startMillis, double completeMillis, double cpuMillis, int conflicts) {

    double millis() {
      return startMillis + completeMillis;
    }

    double ofBlock() {
      return millis() / blocks;
    }

    double cpuOfBlock() {
      return cpuMillis / blocks;
    }

    double perSecond() {
      return blocks * 1000 / completeMillis;
    }
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
    boolean reached = true;
    List<Run> runs = new ArrayList<>();
    for (int size : plan.sizes()) {
      Run run = instances("size-" + runs.size() + "-" + size, size, 1);
      runs.add(run);
      print(console, "instances of their own", run);
    }
    if (runs.size() > 1) {
      double growth = runs.get(runs.size() - 1).ofBlock() / runs.get(0).ofBlock();
      reached &= tell(console, "time per block, last to first", growth, growth <= FLAT);
      console.printf(
          "        in processor time: %.2f%n",
          runs.get(runs.size() - 1).cpuOfBlock() / runs.get(0).cpuOfBlock());
    }
    if (plan.rival() > 0) {
      Run own = instances("against-rival", plan.rival(), 1);
      print(console, "instances of their own", own);
      Run rival = children("rival", plan.rival(), 1);
      print(console, "one multi-instance", rival);
      double faster = rival.millis() / own.millis();
      reached &= tell(console, "times as fast as one multi-instance", faster, faster >= FASTER);
      console.printf("        in processor time: %.2f%n", rival.cpuMillis() / own.cpuMillis());
      if (plan.completers() > 1) {
        Run ownMany = instances("against-rival-many", plan.rival(), plan.completers());
        print(console, "own, " + plan.completers() + " at once", ownMany);
        Run rivalMany = children("rival-many", plan.rival(), plan.completers());
        print(console, "multi-instance, " + plan.completers() + " at once", rivalMany);
        double many = rivalMany.millis() / ownMany.millis();
        reached &= tell(console, "times as fast, several people at once", many, many >= FASTER);
      }
    }
    if (plan.completers() > 1) {
      Run one = instances("one-completer", 1_000, 1);
      Run many = instances("many-completers", 1_000, plan.completers());
      print(console, "one completer", one);
      print(console, plan.completers() + " completers", many);
      double scales = many.perSecond() / one.perSecond();
      reached &= tell(console, "throughput, many to one", scales, scales >= SCALES);
      reached &= tell(console, "conflicts", many.conflicts(), many.conflicts() == 0);
    }
    reached &= real.run(plan, console);
    return reached;
  }

  private static void print(PrintWriter console, String way, Run run) {
    console.printf(
        "%-24s %6d blocks  start %8.0f ms  complete %8.0f ms  %6.2f ms a block (%.2f cpu)  %7.1f completed/s  %d conflicts%n",
        way,
        run.blocks(),
        run.startMillis(),
        run.completeMillis(),
        run.ofBlock(),
        run.cpuOfBlock(),
        run.perSecond(),
        run.conflicts());
    console.flush();
  }

  static boolean tell(PrintWriter console, String what, double value, boolean reached) {
    console.printf("%s %s: %.2f%n", reached ? "reached" : "MISSED ", what, value);
    console.flush();
    return reached;
  }

  private Run instances(String name, int size, int completers) {
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

  private Run children(String name, int size, int completers) {
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
  private Run completed(String phase, int size, int completers, long begun, double cpu) {
    blocks.analyze();
    long started = System.nanoTime();
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
    return new Run(
        size, (started - begun) / 1e6, (ended - started) / 1e6, cpuMillis() - cpu, conflicts.get());
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
