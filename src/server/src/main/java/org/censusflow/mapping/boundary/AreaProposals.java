package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.mapping.area.Dwelling;
import org.censusflow.mapping.area.DwellingStore;
import org.censusflow.mapping.area.Load;
import org.censusflow.mapping.area.Outline;
import org.censusflow.mapping.area.OutlineStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes splits and merges that bring a subdistrict's blocks to the district's load norm. */
@Component
public class AreaProposals {

  private final CensusPlace place;
  private final AreaStore store;
  private final OutlineStore outlines;
  private final DwellingStore dwellings;

  public AreaProposals(
      CensusPlace place, AreaStore store, OutlineStore outlines, DwellingStore dwellings) {
    this.place = place;
    this.store = store;
    this.outlines = outlines;
    this.dwellings = dwellings;
  }

  /**
   * Splits first, by code, then merges. Changes nothing.
   *
   * @param subdistrict key; null for the whole district
   * @throws AreaRefused when an area has no number left for a new block
   */
  @Transactional(readOnly = true)
  public List<BlockProposal> propose(String censusId, String subdistrict) {
    LoadNorm norm = place.district(censusId).loadNorm();
    BlockPlanner planner = new BlockPlanner(norm);
    List<AreaBlock> blocks = store.blocks(censusId, subdistrict);
    List<BlockProposal> proposals = new ArrayList<>(splits(censusId, planner, heavy(blocks, norm)));
    Map<String, Outline> drawn =
        outlines.all(censusId, subdistrict).stream()
            .collect(Collectors.toMap(Outline::code, Function.identity()));
    proposals.addAll(planner.merges(blocks, drawn));
    return proposals;
  }

  /** The split of one block; empty when it is not heavy, not listed, or not there. */
  Optional<BlockProposal> split(String censusId, String code) {
    LoadNorm norm = place.district(censusId).loadNorm();
    List<AreaBlock> block = List.copyOf(store.named(censusId, List.of(code)).values());
    return splits(censusId, new BlockPlanner(norm), heavy(block, norm)).stream().findFirst();
  }

  private static List<AreaBlock> heavy(List<AreaBlock> blocks, LoadNorm norm) {
    return blocks.stream().filter(block -> Load.heavy(block, norm)).toList();
  }

  private List<BlockProposal> splits(String censusId, BlockPlanner planner, List<AreaBlock> heavy) {
    Map<String, List<Dwelling>> listed =
        dwellings.of(censusId, heavy.stream().map(AreaBlock::code).toList());
    Map<String, Set<String>> ever = new HashMap<>();
    return heavy.stream()
        .map(
            block ->
                planner.split(
                    block,
                    listed.getOrDefault(block.code(), List.of()),
                    ever.computeIfAbsent(
                        block.areaCode(), area -> store.codesEver(censusId, area))))
        .flatMap(Optional::stream)
        .toList();
  }
}
