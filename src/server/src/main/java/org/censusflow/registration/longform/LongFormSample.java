package org.censusflow.registration.longform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.files.Sha256;

/**
 * Draws households block by block. Everything follows from the seed by SHA-256, so that anybody can
 * repeat the draw with any program.
 */
public final class LongFormSample {

  static final String METHOD =
      "按普查小区编码排序；累计户数 C 的应抽户数为 floor((C×比例+u)/100)，各小区抽取本小区与上一小区之差；u 为"
          + " SHA-256(“种子|普查”) 最后 8 字节（高位在前的无符号整数）除以 100 的余数；小区内按 SHA-256(“种子|普查|小区|户编号”)"
          + " 由小到大取前若干户。文字均为 UTF-8。";

  private final String seed;
  private final String censusId;
  private final int percent;

  public LongFormSample(String seed, String censusId, int percent) {
    this.seed = seed;
    this.censusId = censusId;
    this.percent = percent;
  }

  /** A household of the frame. */
  public record Unit(long id, String block, int number) {}

  private record Ranked(Unit unit, byte[] rank) {}

  /**
   * @param frame all households that can be drawn, in any order
   * @return the ids of those that are drawn
   */
  public Set<Long> draw(List<Unit> frame) {
    Map<String, List<Ranked>> blocks = new HashMap<>();
    for (Unit unit : frame) {
      byte[] rank = Sha256.of(seed + '|' + censusId + '|' + unit.block() + '|' + unit.number());
      blocks.computeIfAbsent(unit.block(), block -> new ArrayList<>()).add(new Ranked(unit, rank));
    }
    Set<Long> drawn = new HashSet<>();
    long before = 0;
    for (String block : blocks.keySet().stream().sorted().toList()) {
      List<Ranked> units = blocks.get(block);
      units.sort(Comparator.comparing(Ranked::rank, Arrays::compareUnsigned));
      long here = due(before + units.size()) - due(before);
      units.stream().limit(here).forEach(ranked -> drawn.add(ranked.unit().id()));
      before += units.size();
    }
    return drawn;
  }

  /** How many are due of the first so many households. */
  private long due(long households) {
    return (households * percent + offset()) / 100;
  }

  private long offset() {
    byte[] hash = Sha256.of(seed + '|' + censusId);
    long value = 0;
    for (int i = hash.length - 8; i < hash.length; i++) {
      value = value << 8 | hash[i] & 0xff;
    }
    return Long.remainderUnsigned(value, 100);
  }
}
