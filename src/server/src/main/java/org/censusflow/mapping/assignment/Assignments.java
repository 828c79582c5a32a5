package org.censusflow.mapping.assignment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.Areas;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.mapping.listing.AreaTable;
import org.censusflow.preparation.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works in which block. Only people with a certificate that is valid on the day are assigned,
 * and only such people count as working; replacing somebody and standing in for somebody hands the
 * block's open tasks over.
 */
@Component
public class Assignments {

  private final CensusPlace place;
  private final AreaStore blocks;
  private final Areas areas;
  private final AssignmentStore store;
  private final AssignmentRules rules;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  public Assignments(
      CensusPlace place,
      AreaStore blocks,
      Areas areas,
      AssignmentStore store,
      AssignmentRules rules,
      Staff staff,
      ApplicationEventPublisher events) {
    this.place = place;
    this.blocks = blocks;
    this.areas = areas;
    this.store = store;
    this.rules = rules;
    this.staff = staff;
    this.events = events;
  }

  /**
   * Gives a block to somebody.
   *
   * @throws AreaRefused without a certificate, for somebody of another subdistrict, or when the
   *     block has somebody in this role from that day on
   */
  @Transactional
  public void assign(
      String censusId, String block, StaffRole role, String account, LocalDate from, String by) {
    AreaBlock there = block(censusId, block);
    rules.check(place.district(censusId), there, role, account, from);
    boolean taken =
        store.open(censusId, block, role, from).stream().anyMatch(open -> !open.cover());
    if (taken) {
      throw new AreaRefused("CF-E812 小区 " + block + " 已有人负责：请办理更换。");
    }
    store.add(censusId, there, role, "regular", account, from, null, null, by);
  }

  /**
   * Puts somebody in another's place from a day on.
   *
   * @throws AreaRefused as {@link #assign}, and without a reason
   */
  @Transactional
  public void replace(
      String censusId, long id, String account, LocalDate from, String reason, String by) {
    BlockAssignment old = require(censusId, id);
    AreaBlock there = block(censusId, old.blockCode());
    rules.reason(reason);
    rules.check(place.district(censusId), there, old.staffRole(), account, from);
    rules.period(old, from, null);
    store.end(id, from.minusDays(1), reason, by);
    store.add(
        censusId, there, old.staffRole(), old.kind(), account, from, old.validTo(), reason, by);
    handOver(censusId, old, account, from);
  }

  /**
   * Lets somebody stand in while another is absent; afterwards the regular one goes on.
   *
   * @throws AreaRefused as {@link #replace}
   */
  @Transactional
  public void cover(
      String censusId,
      long id,
      String account,
      LocalDate from,
      LocalDate to,
      String reason,
      String by) {
    BlockAssignment regular = require(censusId, id);
    AreaBlock there = block(censusId, regular.blockCode());
    rules.reason(reason);
    rules.check(place.district(censusId), there, regular.staffRole(), account, from);
    rules.period(regular, from, to);
    if (to == null || regular.cover()) {
      throw new AreaRefused("CF-E813 代班须有起止日期，并且只能代在岗的人。");
    }
    store.add(censusId, there, regular.staffRole(), "cover", account, from, to, reason, by);
    handOver(censusId, regular, account, from);
    plan(censusId, regular, account, to.plusDays(1), "代班期满");
  }

  /** Ends an assignment after its last day; its open tasks wait for the next one. */
  @Transactional
  public void end(String censusId, long id, LocalDate lastDay, String reason, String by) {
    BlockAssignment old = require(censusId, id);
    rules.reason(reason);
    store.end(id, lastDay, reason, by);
    LocalDate next = lastDay.plusDays(1);
    if (!next.isAfter(store.today())) {
      handOver(censusId, old, null, next);
    }
    plan(censusId, old, old.account(), next, "人员离岗");
  }

  private void handOver(String censusId, BlockAssignment old, String account, LocalDate from) {
    if (from.isAfter(store.today())) {
      plan(censusId, old, old.account(), from, "人员更换");
    } else if (!old.account().equals(account)) {
      events.publishEvent(
          new WorkHandedOver(
              censusId,
              place.district(censusId).id(),
              old.blockCode(),
              old.staffRole(),
              old.account(),
              account));
    }
  }

  /** On that day the open tasks pass on, and the office hears of blocks that nobody has. */
  private void plan(
      String censusId, BlockAssignment of, String account, LocalDate day, String reason) {
    events.publishEvent(
        new HandoverPlanned(
            censusId, place.district(censusId).id(), of.subdistrict(), account, day, reason));
  }

  /**
   * Who does a role's work in a block today: whoever stands in, else the regular one; nobody
   * without a valid certificate.
   *
   * @param block a retired block gives the people of its successor
   */
  public Optional<String> working(String censusId, String block, StaffRole role) {
    String at = areas.worksIn(censusId, block).orElse(block);
    return store.open(censusId, at, role, store.today()).stream()
        .filter(open -> !open.validFrom().isAfter(store.today()))
        .sorted(Comparator.comparing(BlockAssignment::cover).reversed())
        .map(BlockAssignment::account)
        .filter(account -> staff.isCertified(censusId, account))
        .findFirst();
  }

  /** Codes of the blocks that an account works in today, in any role. */
  public List<String> blocksOf(String censusId, String account) {
    return store.ofAccount(censusId, account, store.today()).stream()
        .map(BlockAssignment::blockCode)
        .distinct()
        .toList();
  }

  /** What is in force today, by block. */
  public List<BlockAssignment> inForce(String censusId, String subdistrict) {
    return store.inForce(censusId, subdistrict, store.today());
  }

  private AreaBlock block(String censusId, String code) {
    AreaBlock mapped = blocks.named(censusId, List.of(code)).get(code);
    return Optional.ofNullable(mapped)
        .or(() -> areas.find(censusId, code))
        .orElseThrow(() -> new AreaRefused("CF-E802 没有这个小区，或者已经撤销：" + AreaTable.shown(code)));
  }

  private BlockAssignment require(String censusId, long id) {
    return store
        .find(censusId, id)
        .filter(it -> it.validTo() == null || !it.validTo().isBefore(store.today()))
        .orElseThrow(() -> new AreaRefused("CF-E814 没有这项分派，或者已经终止。"));
  }
}
