package org.censusflow.mapping.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.base.district.District;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.mapping.area.Load;
import org.censusflow.preparation.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the work is spread over the people, and dealing out what nobody has yet. */
@Component
public class StaffBalance {

  private final CensusPlace place;
  private final AreaStore blocks;
  private final AssignmentStore store;
  private final Assignments assignments;
  private final StaffDirectory directory;
  private final Staff staff;

  public StaffBalance(
      CensusPlace place,
      AreaStore blocks,
      AssignmentStore store,
      Assignments assignments,
      StaffDirectory directory,
      Staff staff) {
    this.place = place;
    this.blocks = blocks;
    this.store = store;
    this.assignments = assignments;
    this.directory = directory;
    this.staff = staff;
  }

  /**
   * One person's work today.
   *
   * @param role {@code enumerator} or {@code supervisor}
   * @param load in norms of one enumerator; for a supervisor the sum of the blocks
   * @param enumerators a supervisor's enumerators; 0 for an enumerator
   * @param withinNorm whether load, or for a supervisor the number of enumerators, is within the
   *     district's norm
   * @param certified whether the certificate is still valid
   */
  public record Person(
      String account,
      String role,
      String subdistrict,
      int blocks,
      int households,
      int persons,
      double load,
      int enumerators,
      boolean withinNorm,
      boolean certified) {}

  /**
   * @param blocks blocks that are worked in
   * @param blocksWithoutEnumerator of these, those that nobody with a certificate has today
   */
  public record Balance(
      int blocks, int blocksWithoutEnumerator, int blocksWithoutSupervisor, List<Person> people) {}

  @Transactional(readOnly = true)
  public Balance balance(String censusId, String subdistrict) {
    District district = place.district(censusId);
    Map<String, AreaBlock> byCode =
        blocks.blocks(censusId, subdistrict).stream()
            .collect(Collectors.toMap(AreaBlock::code, Function.identity()));
    List<BlockAssignment> inForce =
        store.inForce(censusId, subdistrict, store.today()).stream()
            .filter(one -> byCode.containsKey(one.blockCode()))
            .toList();
    Set<String> certified = staff.certified(censusId);
    Map<StaffRole, Set<String>> held = new HashMap<>();
    Map<String, List<BlockAssignment>> byPerson = new TreeMap<>();
    for (BlockAssignment one : inForce) {
      byPerson.computeIfAbsent(one.role() + ' ' + one.account(), it -> new ArrayList<>()).add(one);
      if (certified.contains(one.account())) {
        held.computeIfAbsent(one.staffRole(), role -> new LinkedHashSet<>()).add(one.blockCode());
      }
    }
    Map<String, Set<String>> enumerators = enumeratorsByBlock(inForce);
    List<Person> people =
        byPerson.values().stream()
            .map(work -> person(work, byCode, enumerators, certified, district.loadNorm()))
            .toList();
    return new Balance(
        byCode.size(),
        byCode.size() - held.getOrDefault(StaffRole.ENUMERATOR, Set.of()).size(),
        byCode.size() - held.getOrDefault(StaffRole.SUPERVISOR, Set.of()).size(),
        people);
  }

  private static Map<String, Set<String>> enumeratorsByBlock(List<BlockAssignment> inForce) {
    return inForce.stream()
        .filter(one -> one.staffRole() == StaffRole.ENUMERATOR)
        .collect(
            Collectors.groupingBy(
                BlockAssignment::blockCode,
                Collectors.mapping(BlockAssignment::account, Collectors.toSet())));
  }

  private static Person person(
      List<BlockAssignment> work,
      Map<String, AreaBlock> byCode,
      Map<String, Set<String>> enumerators,
      Set<String> certified,
      LoadNorm norm) {
    BlockAssignment first = work.get(0);
    List<AreaBlock> own =
        work.stream().map(BlockAssignment::blockCode).distinct().map(byCode::get).toList();
    int households = own.stream().mapToInt(AreaBlock::households).sum();
    int persons = own.stream().mapToInt(AreaBlock::persons).sum();
    double load = Load.of(households, persons, norm);
    boolean supervises = first.staffRole() == StaffRole.SUPERVISOR;
    int team =
        supervises
            ? (int)
                own.stream()
                    .flatMap(block -> enumerators.getOrDefault(block.code(), Set.of()).stream())
                    .distinct()
                    .count()
            : 0;
    boolean within =
        supervises
            ? team >= norm.fewestEnumerators() && team <= norm.mostEnumerators()
            : load <= Load.HEAVY;
    return new Person(
        first.account(),
        first.role(),
        first.subdistrict(),
        own.size(),
        households,
        persons,
        Math.round(load * 100) / 100.0,
        team,
        within,
        certified.contains(first.account()));
  }

  /**
   * Gives every block of a subdistrict that has nobody in a role to a certified member of the team,
   * so that the loads stay even and each one's blocks lie together in the order of their codes.
   *
   * @return how many blocks were given out
   * @throws AreaRefused when nobody in the team has a valid certificate
   */
  @Transactional
  public int deal(String censusId, String subdistrict, StaffRole role, String by) {
    District district = place.district(censusId);
    Set<String> certified = staff.certified(censusId);
    List<String> team =
        directory.team(district.id(), subdistrict, role).stream()
            .filter(certified::contains)
            .toList();
    if (team.isEmpty()) {
      throw new AreaRefused("CF-E815 本街道没有持有效证件的人员，不能分派小区。");
    }
    Set<String> taken =
        store.inForce(censusId, subdistrict, store.today()).stream()
            .filter(one -> one.staffRole() == role && !one.cover())
            .map(BlockAssignment::blockCode)
            .collect(Collectors.toSet());
    List<AreaBlock> free =
        blocks.blocks(censusId, subdistrict).stream()
            .filter(block -> !taken.contains(block.code()))
            .sorted(Comparator.comparing(AreaBlock::code))
            .toList();
    double total = free.stream().mapToDouble(block -> weight(block, district)).sum();
    double before = 0;
    for (AreaBlock block : free) {
      int at = total == 0 ? 0 : (int) Math.min(team.size() - 1, before / total * team.size());
      assignments.assign(censusId, block.code(), role, team.get(at), store.today(), by);
      before += weight(block, district);
    }
    return free.size();
  }

  /** A block of which nothing is known counts as a whole one. */
  private static double weight(AreaBlock block, District district) {
    double load = Load.of(block, district.loadNorm());
    return load == 0 ? 1 : load;
  }
}
