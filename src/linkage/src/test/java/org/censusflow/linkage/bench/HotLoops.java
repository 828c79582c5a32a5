package org.censusflow.linkage.bench;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.censusflow.linkage.population.Dates;
import org.censusflow.linkage.population.ResidentId;
import org.censusflow.linkage.similarity.Edits;
import org.censusflow.linkage.similarity.JaroWinkler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of what runs once a row or once a pair. {@code main} runs all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HotLoops {

  private static final int ROWS = 1024;

  private final byte[][] numbers = new byte[ROWS][];
  private final byte[][] dates = new byte[ROWS][];
  private final String[] addresses = new String[ROWS];
  private int at;

  public static void main(String[] args) throws IOException {
    org.openjdk.jmh.Main.main(new String[] {HotLoops.class.getName()});
  }

  @Setup
  public void prepare() {
    Random random = new Random(1);
    for (int i = 0; i < ROWS; i++) {
      String birth = "19%02d-%02d-%02d".formatted(random.nextInt(100), 1 + i % 12, 1 + i % 28);
      dates[i] = birth.getBytes();
      numbers[i] = ("350205" + birth.replace("-", "") + "%04d".formatted(i)).getBytes();
      addresses[i] = "滨湖北路%d号%d幢%d室".formatted(i, i % 9, random.nextInt(2000));
    }
  }

  private int next() {
    at = at + 1 & ROWS - 1;
    return at;
  }

  @Benchmark
  public long residentNumber() {
    return ResidentId.parse(numbers[next()], 0, 18);
  }

  @Benchmark
  public int date() {
    return Dates.parse(dates[next()], 0, 10);
  }

  @Benchmark
  public double jaroWinklerOfAddresses() {
    int i = next();
    return JaroWinkler.similarity(addresses[i], addresses[i + 7 & ROWS - 1]);
  }

  @Benchmark
  public boolean editsOfAddresses() {
    int i = next();
    return Edits.atMost(3, addresses[i], addresses[i + 7 & ROWS - 1]);
  }
}
