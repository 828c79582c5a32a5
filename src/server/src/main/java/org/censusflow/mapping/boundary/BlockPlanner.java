package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.area.Dwelling;
import org.censusflow.mapping.area.Load;
import org.censusflow.mapping.area.Outline;
import org.censusflow.mapping.boundary.BlockProposal.Part;

/**
 * Proposes how to bring blocks to the norm: heavy ones are cut along their listing, light ones
 * joined with a neighbour of the same census area. Deterministic: by code, by load, by code.
 */
final class BlockPlanner {

  /** A norm that a part still misses is met with a part more, but not for ever. */
  private static final int MOST_EXTRA_PARTS = 3;

  private final LoadNorm norm;

  BlockPlanner(LoadNorm norm) {
    this.norm = norm;
  }

  /**
   * @param dwellings of a block in the order of the listing
   * @param ever every block code ever given out in the block's area; what is proposed is added
   * @return empty when the block is not heavy or its dwellings are not listed
   */
  Optional<BlockProposal> split(AreaBlock block, List<Dwelling> dwellings, Set<String> ever) {
    if (!Load.heavy(block, norm) || dwellings.size() < 2) {
      return Optional.empty();
    }
    DwellingCut cut = new DwellingCut(dwellings, norm);
    int fewest = (int) Math.ceil(Load.of(block, norm));
    List<List<Dwelling>> parts = cut.into(fewest);
    for (int extra = 1; extra <= MOST_EXTRA_PARTS && tooHeavy(parts); extra++) {
      parts = cut.into(fewest + extra);
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    List<Part> coded = new ArrayList<>();
    for (List<Dwelling> part : parts) {
      String code = coded.isEmpty() ? block.code() : BlockNumbers.next(block.areaCode(), ever);
      ever.add(code);
      coded.add(new Part(code, households(part), persons(part), List.copyOf(part)));
    }
    return Optional.of(
        new BlockProposal(
            ChangeKind.SPLIT,
            block.code(),
            coded,
            List.of(),
            "拆分为 %d 个小区：%s".formatted(coded.size(), shown(coded))));
  }

  private boolean tooHeavy(List<List<Dwelling>> parts) {
    return parts.stream()
        .anyMatch(part -> Load.of(households(part), persons(part), norm) > Load.HEAVY);
  }

  /** Joins light blocks in pairs; no block is in two proposals. */
  List<BlockProposal> merges(List<AreaBlock> blocks, Map<String, Outline> outlines) {
    List<BlockProposal> proposals = new ArrayList<>();
    Set<String> used = new HashSet<>();
    List<AreaBlock> light =
        blocks.stream()
            .filter(block -> Load.light(block, norm))
            .sorted(
                Comparator.comparingDouble((AreaBlock block) -> Load.of(block, norm))
                    .thenComparing(AreaBlock::code))
            .toList();
    Neighbours neighbours = new Neighbours(blocks, light.isEmpty() ? Map.of() : outlines);
    for (AreaBlock block : light) {
      if (used.contains(block.code())) {
        continue;
      }
      neighbours.of(block).stream()
          .filter(other -> !other.virtual() && !used.contains(other.code()))
          .filter(other -> other.areaCode().equals(block.areaCode()))
          .filter(other -> together(block, other) <= 1)
          .min(
              Comparator.comparingDouble((AreaBlock other) -> together(block, other))
                  .thenComparing(AreaBlock::code))
          .ifPresent(
              other -> {
                used.add(block.code());
                used.add(other.code());
                proposals.add(merge(block, other));
              });
    }
    return proposals;
  }

  private double together(AreaBlock one, AreaBlock other) {
    return Load.of(one.households() + other.households(), one.persons() + other.persons(), norm);
  }

  /** The smaller number stays. */
  private static BlockProposal merge(AreaBlock one, AreaBlock other) {
    AreaBlock stays = one.code().compareTo(other.code()) < 0 ? one : other;
    AreaBlock goes = stays == one ? other : one;
    Part part =
        new Part(
            stays.code(),
            one.households() + other.households(),
            one.persons() + other.persons(),
            List.of());
    return new BlockProposal(
        ChangeKind.MERGE,
        stays.code(),
        List.of(part),
        List.of(goes.code()),
        "小区 %s 并入 %s".formatted(goes.code().substring(12), shown(List.of(part))));
  }

  private static int households(List<Dwelling> dwellings) {
    return dwellings.stream().mapToInt(Dwelling::households).sum();
  }

  private static int persons(List<Dwelling> dwellings) {
    return dwellings.stream().mapToInt(Dwelling::persons).sum();
  }

  private static String shown(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                "%s（%d 户 %d 人）"
                    .formatted(part.code().substring(12), part.households(), part.persons()))
        .collect(java.util.stream.Collectors.joining("、"));
  }
}
