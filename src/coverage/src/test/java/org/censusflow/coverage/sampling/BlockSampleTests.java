package org.censusflow.coverage.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.coverage.sampling.ExpectedPrecision.Assumed;
import org.junit.jupiter.api.Test;

class BlockSampleTests {

  private static final Map<String, Integer> TAKES = Map.of("a", 5, "b", 3);

  @Test
  void theSameSeedDrawsTheSameWhateverTheOrderOfTheFrame() {
    List<FrameBlock> frame = frame();
    List<FrameBlock> turned = new ArrayList<>(frame);
    java.util.Collections.reverse(turned);
    BlockSample sample = BlockSample.draw(frame, TAKES, "2020");
    assertThat(BlockSample.draw(turned, TAKES, "2020")).isEqualTo(sample);
    assertThat(BlockSample.draw(frame, TAKES, "2021")).isNotEqualTo(sample);
    assertThat(sample.blocks()).hasSize(8);
    assertThat(sample.blocks().stream().filter(b -> b.stratum().equals("b"))).hasSize(3);
  }

  /** Over many seeds a block is drawn as often as its probability says, large ones always. */
  @Test
  void blocksAreDrawnAsOftenAsTheirProbabilitySays() {
    List<FrameBlock> frame = frame();
    Map<String, Integer> drawn = new HashMap<>();
    Map<String, Double> probabilities = new HashMap<>();
    int draws = 4_000;
    for (int i = 0; i < draws; i++) {
      for (DrawnBlock block : BlockSample.draw(frame, TAKES, "seed " + i).blocks()) {
        drawn.merge(block.code(), 1, Integer::sum);
        probabilities.put(block.code(), block.inclusionProbability());
      }
    }
    assertThat(probabilities).hasSize(frame.size());
    assertThat(probabilities.get("a00")).isEqualTo(1);
    probabilities.forEach(
        (code, probability) ->
            assertThat(drawn.get(code) / (double) draws)
                .as(code)
                .isCloseTo(probability, within(0.04)));
    assertThat(probabilities.values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(8, within(1e-9));
  }

  @Test
  void weightsStandForTheWholeFrame() {
    List<FrameBlock> frame = frame();
    double persons =
        BlockSample.draw(frame, TAKES, "x").blocks().stream()
            .mapToDouble(b -> b.weight() * b.size())
            .sum();
    assertThat(persons).isCloseTo(frame.stream().mapToLong(FrameBlock::size).sum(), within(1e-6));
  }

  @Test
  void everythingThatDoesNotFitIsTold() {
    List<FrameBlock> frame =
        List.of(
            new FrameBlock("a", "1", 10), new FrameBlock("a", "1", 0), new FrameBlock("b", "3", 4));
    assertThatThrownBy(() -> BlockSample.draw(frame, Map.of("a", 3, "c", 2), "x"))
        .hasMessageContainingAll(
            "block 1 is in the frame twice",
            "block 1 has no size",
            "how many blocks of stratum b",
            "of stratum a, with 2 blocks, 3 cannot be drawn",
            "of stratum c, with 0 blocks, 2 cannot be drawn");
  }

  @Test
  void thePrecisionIsKnownBeforeTheDraw() {
    List<FrameBlock> frame = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      frame.add(new FrameBlock("a", "b" + i, 250));
    }
    ExpectedPrecision expected =
        ExpectedPrecision.of(frame, Map.of("a", 100), new Assumed(0.01, 0.02));
    double effect = 1 + 249 * 0.02;
    assertThat(expected.blocks()).isEqualTo(100);
    assertThat(expected.persons()).isCloseTo(25_000, within(1e-6));
    assertThat(expected.designEffect()).isCloseTo(0.9 * effect, within(1e-9));
    assertThat(expected.standardError())
        .isCloseTo(Math.sqrt(0.9 * 0.01 * 0.99 * effect / 25_000), within(1e-12));
    assertThat(expected.relativeError()).isCloseTo(expected.standardError() * 100, within(1e-9));
    assertThatThrownBy(() -> new Assumed(0, 0.1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Twenty blocks each; one of the first stratum is larger than the rest of it. */
  private static List<FrameBlock> frame() {
    List<FrameBlock> frame = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String number = String.format("%02d", i);
      frame.add(new FrameBlock("a", "a" + number, i == 0 ? 9_000 : 100 + 17 * i));
      frame.add(new FrameBlock("b", "b" + number, 50 + 31 * i));
    }
    return frame;
  }
}
