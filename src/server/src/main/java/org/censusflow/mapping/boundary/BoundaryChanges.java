package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.area.Dwelling;
import org.censusflow.mapping.area.DwellingStore;
import org.censusflow.mapping.boundary.BlockProposal.Part;
import org.censusflow.mapping.boundary.ChangeRecord.Effect;
import org.censusflow.mapping.listing.AreaLedger;
import org.censusflow.mapping.listing.AreaTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the boundaries of blocks, before and while the census is taken. Every change is a version
 * with its reason and actor; listing, outlines and assignments follow, and whoever else keeps
 * something by block follows {@link BlocksChanged}. Nothing is deleted: a block that is gone names
 * its successor.
 */
@Component
public class BoundaryChanges {

  private static final int LONGEST_REASON = 500;

  private final AreaStore store;
  private final DwellingStore dwellings;
  private final AreaProposals proposals;
  private final AreaLedger ledger;
  private final BoundaryStore kept;
  private final BoundaryOutlines outlines;
  private final ChangeFinish finish;

  public BoundaryChanges(
      AreaStore store,
      DwellingStore dwellings,
      AreaProposals proposals,
      AreaLedger ledger,
      BoundaryStore kept,
      BoundaryOutlines outlines,
      ChangeFinish finish) {
    this.store = store;
    this.dwellings = dwellings;
    this.proposals = proposals;
    this.ledger = ledger;
    this.kept = kept;
    this.outlines = outlines;
    this.finish = finish;
  }

  /**
   * Cuts a block that is over the norm, as {@link AreaProposals} proposes.
   *
   * @throws AreaRefused when there is nothing to cut
   */
  @Transactional
  public BlocksChanged split(String censusId, String block, String reason, String by) {
    begin(censusId, reason);
    BlockProposal proposal =
        proposals
            .split(censusId, block)
            .orElseThrow(
                () -> new AreaRefused("CF-E805 小区 " + block + " 没有超过工作量标准，或者还没有住房单元清单，不能按标准拆分。"));
    return split(censusId, block, proposal.parts(), reason, by);
  }

  /**
   * Gives some buildings of a block a block of their own.
   *
   * @param buildings sixteen-digit numbers
   * @throws AreaRefused when they do not lie in the block, or nothing would stay in it
   */
  @Transactional
  public BlocksChanged split(
      String censusId, String block, Collection<String> buildings, String reason, String by) {
    begin(censusId, reason);
    AreaBlock whole = require(censusId, List.of(block)).get(block);
    List<Dwelling> all = dwellings.of(censusId, List.of(block)).getOrDefault(block, List.of());
    Set<String> wanted = new LinkedHashSet<>(buildings);
    List<Dwelling> go = all.stream().filter(one -> wanted.contains(one.building())).toList();
    List<Dwelling> stay = all.stream().filter(one -> !wanted.contains(one.building())).toList();
    long found = go.stream().map(Dwelling::building).distinct().count();
    if (found < wanted.size() || go.isEmpty() || stay.isEmpty()) {
      throw new AreaRefused("CF-E805 划出的建筑物应都在小区 " + block + " 内，并且不能全部划出。");
    }
    String code = BlockNumbers.next(whole.areaCode(), store.codesEver(censusId, whole.areaCode()));
    return split(censusId, block, List.of(part(block, stay), part(code, go)), reason, by);
  }

  private BlocksChanged split(
      String censusId, String block, List<Part> parts, String reason, String by) {
    AreaBlock whole = require(censusId, List.of(block)).get(block);
    ChangeRecord record = new ChangeRecord();
    record.touches(block, Effect.CHANGED, outlines.state(censusId, whole));
    for (Part part : parts.subList(1, parts.size())) {
      record.touches(part.code(), Effect.CREATED, ChangeRecord.State.NONE);
      kept.create(censusId, part.code(), whole);
      AreaBlock created = store.named(censusId, List.of(part.code())).get(part.code());
      dwellings.move(censusId, part.dwellings(), block, created);
      record.moves(part.dwellings(), block, part.code());
    }
    outlines.cut(censusId, whole, parts);
    kept.recount(censusId, record.effects().keySet());
    return finish.of(censusId, whole.subdistrict(), ChangeKind.SPLIT, record, reason, by);
  }

  /**
   * Joins blocks into one of them; the others are retired.
   *
   * @throws AreaRefused when they are not blocks of one census area
   */
  @Transactional
  public BlocksChanged merge(
      String censusId, String into, Collection<String> others, String reason, String by) {
    begin(censusId, reason);
    List<String> codes = Stream.concat(Stream.of(into), others.stream()).distinct().toList();
    Map<String, AreaBlock> blocks = require(censusId, codes);
    AreaBlock stays = blocks.get(into);
    if (codes.size() < 2
        || blocks.values().stream().anyMatch(it -> !it.areaCode().equals(stays.areaCode()))
        || blocks.values().stream().anyMatch(AreaBlock::virtual)) {
      throw new AreaRefused("CF-E806 只能合并同一普查区的两个以上小区，虚拟小区除外。");
    }
    ChangeRecord record = new ChangeRecord();
    record.touches(into, Effect.CHANGED, outlines.state(censusId, stays));
    Map<String, List<Dwelling>> listed = dwellings.of(censusId, codes);
    for (String code : codes.subList(1, codes.size())) {
      record.retires(code, into, outlines.state(censusId, blocks.get(code)));
      record.moves(listed.getOrDefault(code, List.of()), code, into);
      dwellings.moveAll(censusId, code, stays);
      kept.retire(censusId, code, into);
    }
    outlines.join(censusId, stays, codes);
    count(censusId, stays, blocks.values());
    return finish.of(censusId, stays.subdistrict(), ChangeKind.MERGE, record, reason, by);
  }

  private void count(String censusId, AreaBlock stays, Collection<AreaBlock> joined) {
    if (joined.stream().allMatch(AreaBlock::listed)) {
      kept.recount(censusId, List.of(stays.code()));
    } else {
      kept.expect(
          censusId,
          stays.code(),
          joined.stream().mapToInt(AreaBlock::households).sum(),
          joined.stream().mapToInt(AreaBlock::persons).sum());
    }
  }

  /**
   * Moves whole buildings to another block of the district; they keep their numbers.
   *
   * @throws AreaRefused when a building is not listed, lies there already, or a block would be left
   *     empty: merge it instead
   */
  @Transactional
  public BlocksChanged move(
      String censusId, Collection<String> buildings, String to, String reason, String by) {
    begin(censusId, reason);
    Map<String, List<Dwelling>> moving =
        buildings.isEmpty() ? Map.of() : dwellings.ofBuildings(censusId, buildings);
    long found =
        moving.values().stream().flatMap(List::stream).map(Dwelling::building).distinct().count();
    if (moving.isEmpty()
        || found < buildings.stream().distinct().count()
        || moving.containsKey(to)) {
      throw new AreaRefused("CF-E807 划转的建筑物应都已列入清单，并且不在目标小区。");
    }
    List<String> codes = new ArrayList<>(moving.keySet().stream().sorted().toList());
    codes.add(to);
    Map<String, AreaBlock> blocks = require(censusId, codes);
    Map<String, List<Dwelling>> all = dwellings.of(censusId, moving.keySet());
    ChangeRecord record = new ChangeRecord();
    for (String code : codes) {
      record.touches(code, Effect.CHANGED, outlines.state(censusId, blocks.get(code)));
    }
    for (String from : codes.subList(0, codes.size() - 1)) {
      if (all.get(from).size() == moving.get(from).size()) {
        throw new AreaRefused("CF-E807 小区 " + from + " 的建筑物不能全部划出：请改为合并小区。");
      }
      dwellings.move(censusId, moving.get(from), from, blocks.get(to));
      record.moves(moving.get(from), from, to);
    }
    outlines.redraw(censusId, codes);
    kept.recount(censusId, codes);
    return finish.of(censusId, blocks.get(to).subdistrict(), ChangeKind.MOVE, record, reason, by);
  }

  /** Carries out a proposal; what it says must still be so. */
  @Transactional
  public BlocksChanged apply(String censusId, BlockProposal proposal, String reason, String by) {
    return proposal.kind() == ChangeKind.MERGE
        ? merge(censusId, proposal.block(), proposal.merged(), reason, by)
        : split(censusId, proposal.block(), reason, by);
  }

  /** Keeps how many registered households a change could not place by their address. */
  public void unplaced(long changeId, int households) {
    kept.unplaced(changeId, households);
  }

  private void begin(String censusId, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new AreaRefused("CF-E804 请写明边界变更的理由，不超过 500 字。");
    }
    ledger.lock(censusId);
    if (ledger.frozen(censusId)) {
      throw new AreaRefused("CF-E808 登记已固化并开始比对，小区边界不再变更：登错小区的，在比对复查中划转。");
    }
  }

  private Map<String, AreaBlock> require(String censusId, List<String> codes) {
    Map<String, AreaBlock> blocks = store.named(censusId, codes);
    codes.stream()
        .filter(code -> !blocks.containsKey(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new AreaRefused("CF-E802 没有这个小区，或者已经撤销：" + AreaTable.shown(code));
            });
    return blocks;
  }

  private static Part part(String code, List<Dwelling> dwellings) {
    return new Part(
        code,
        dwellings.stream().mapToInt(Dwelling::households).sum(),
        dwellings.stream().mapToInt(Dwelling::persons).sum(),
        dwellings);
  }
}
