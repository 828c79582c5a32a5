package org.censusflow.registration.field;

import java.util.List;
import java.util.stream.IntStream;

/** Repeats a draw as an auditor would. */
public final class SampleDraws {

  private SampleDraws() {}

  public static List<Integer> repeat(
      String seed, String censusId, String block, int round, int households, double share) {
    List<Integer> numbers = IntStream.rangeClosed(1, households).boxed().toList();
    return SampleDraw.draw(seed, censusId, block, round, numbers, share).stream()
        .map(SampleDraw.Drawn::householdNo)
        .toList();
  }
}
