package org.censusflow.coverage.sampling;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sample of blocks, drawn in each stratum systematically with probability proportional to size
 * (W. G. Madow, "On the theory of systematic sampling, II", 1949): the blocks lie one behind the
 * other in the order of their codes, each as long as its size, and a comb with equal steps and a
 * random start is laid on them. Neighbours are therefore seldom drawn together. A block longer than
 * a step is drawn for certain, and the step is made anew for the rest.
 *
 * <p>The start comes from the seed and the stratum's name alone, so that anybody can repeat the
 * draw with other tools: the first 53 bits of SHA-256(seed, line feed, name) in UTF-8, as a
 * fraction of a step.
 *
 * @param blocks by stratum, then code
 */
public record BlockSample(List<DrawnBlock> blocks) {

  private static final int BITS = 53;
  private static final int DIGEST_BITS = 256;

  /**
   * @param frame all blocks of all strata
   * @param takes how many blocks are drawn of each stratum; at least two
   * @param seed what the draw hangs on; agreed on before, and kept
   * @throws IllegalArgumentException with everything that does not fit together: blocks without
   *     size or twice in the frame, strata of which none, one, or more than there are is to be
   *     drawn
   */
  public static BlockSample draw(List<FrameBlock> frame, Map<String, Integer> takes, String seed) {
    Frame strata = new Frame(frame, takes);
    List<DrawnBlock> drawn = new ArrayList<>();
    for (String stratum : strata.names()) {
      drawn.addAll(draw(strata.blocks(stratum), strata.take(stratum), start(seed, stratum)));
    }
    return new BlockSample(List.copyOf(drawn));
  }

  private static List<DrawnBlock> draw(List<FrameBlock> blocks, int take, double start) {
    Set<FrameBlock> certain = certain(blocks, take);
    List<FrameBlock> rest = blocks.stream().filter(b -> !certain.contains(b)).toList();
    double step = size(rest) / (double) (take - certain.size());
    List<DrawnBlock> drawn = new ArrayList<>();
    double tooth = start * step;
    double end = 0;
    for (FrameBlock block : blocks) {
      if (certain.contains(block)) {
        drawn.add(new DrawnBlock(block.stratum(), block.code(), block.size(), 1));
        continue;
      }
      end += block.size();
      if (tooth < end) {
        drawn.add(new DrawnBlock(block.stratum(), block.code(), block.size(), block.size() / step));
        tooth += step;
      }
    }
    return drawn;
  }

  /** Blocks at least as long as a step, until none of the rest is. */
  private static Set<FrameBlock> certain(List<FrameBlock> blocks, int take) {
    Set<FrameBlock> certain = new LinkedHashSet<>();
    boolean more = true;
    while (more && certain.size() < take) {
      List<FrameBlock> rest = blocks.stream().filter(b -> !certain.contains(b)).toList();
      double step = size(rest) / (double) (take - certain.size());
      more = certain.addAll(rest.stream().filter(b -> b.size() >= step).toList());
    }
    return certain;
  }

  private static long size(List<FrameBlock> blocks) {
    return blocks.stream().mapToLong(FrameBlock::size).sum();
  }

  private static double start(String seed, String stratum) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + '\n' + stratum).getBytes(StandardCharsets.UTF_8));
      BigInteger first = new BigInteger(1, digest).shiftRight(DIGEST_BITS - BITS);
      return first.doubleValue() / (1L << BITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
