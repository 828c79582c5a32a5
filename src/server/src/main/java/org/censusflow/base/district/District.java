package org.censusflow.base.district;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One district as its file describes it; also a tenant of the engine under {@link #id}.
 *
 * @param id key of the district and of its tenant, e.g. {@code haicang}
 * @param name what staff call it
 * @param fullName with city and province
 * @param code six-digit division code (GB/T 2260)
 * @param notice key of the notice that the file follows, e.g. {@code H}
 * @param census the census that the file is for
 * @param referenceTime the moment that every answer and register is about
 * @param closingTime local time at which a working day ends and a deadline falls due, {@code HH:mm}
 * @param deadlines working days by deadline key, see {@link #workingDays(String)}
 */
public record District(
    String id,
    String name,
    String fullName,
    String code,
    String notice,
    Census census,
    OffsetDateTime referenceTime,
    String closingTime,
    List<Post> posts,
    List<Unit> units,
    List<Rule> rules,
    List<Supply> supplies,
    List<Subdistrict> subdistricts,
    List<Window> windows,
    Map<String, Integer> deadlines,
    LoadNorm loadNorm,
    FieldWorkNorm fieldWork,
    Thresholds thresholds) {

  public District {
    posts = Copies.of(posts);
    units = Copies.of(units);
    rules = Copies.of(rules);
    supplies = Copies.of(supplies);
    subdistricts = Copies.of(subdistricts);
    windows = Copies.of(windows);
    deadlines = Copies.of(deadlines);
  }

  /**
   * The census that a district file is for.
   *
   * @param id business key of the district's census, e.g. {@code haicang-2020}
   * @param name official name of the census
   */
  public record Census(String id, String name) {}

  public Optional<Unit> findUnit(String key) {
    return units.stream().filter(unit -> unit.key().equals(key)).findFirst();
  }

  /**
   * @throws UnknownInDistrict when the district has no such unit
   */
  public Unit unit(String key) {
    return findUnit(key).orElseThrow(() -> new UnknownInDistrict(id, "unit", key));
  }

  public Optional<Supply> findSupply(String supplyId) {
    return supplies.stream().filter(supply -> supply.id().equals(supplyId)).findFirst();
  }

  /**
   * @throws UnknownInDistrict when no unit of the district owes such records
   */
  public Supply supply(String supplyId) {
    return findSupply(supplyId).orElseThrow(() -> new UnknownInDistrict(id, "supply", supplyId));
  }

  /** What a unit owes, in the order of the file; empty when it owes nothing or is not here. */
  public List<Supply> suppliesOf(String unitKey) {
    return supplies.stream().filter(supply -> supply.unit().equals(unitKey)).toList();
  }

  /**
   * @throws UnknownInDistrict when the district has no such subdistrict or township
   */
  public Subdistrict subdistrict(String key) {
    return subdistricts.stream()
        .filter(subdistrict -> subdistrict.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new UnknownInDistrict(id, "subdistrict", key));
  }

  /**
   * @throws UnknownInDistrict when the file has no such window
   */
  public Window window(String phase) {
    return windows.stream()
        .filter(window -> window.phase().equals(phase))
        .findFirst()
        .orElseThrow(() -> new UnknownInDistrict(id, "window", phase));
  }

  /**
   * The working days that the file allows for a step, e.g. {@code recheck}.
   *
   * @throws UnknownInDistrict when the file has no such deadline
   */
  public int workingDays(String deadline) {
    Integer days = deadlines.get(deadline);
    if (days == null) {
      throw new UnknownInDistrict(id, "deadline", deadline);
    }
    return days;
  }

  /** Every group of people with work in this district: offices, units, subdistricts. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (GroupKind kind : GroupKind.values()) {
      switch (kind.scope()) {
        case DISTRICT -> groups.add(Group.ofDistrict(this, kind));
        case UNIT -> units.forEach(unit -> groups.add(Group.ofUnit(this, unit)));
        case SUBDISTRICT ->
            subdistricts.forEach(part -> groups.add(Group.ofSubdistrict(this, part, kind)));
      }
    }
    return List.copyOf(groups);
  }

  /**
   * The group with this key, e.g. {@code health}, {@code census-office}, {@code xinyang-office}.
   *
   * @throws UnknownInDistrict when the district has no such group
   */
  public Group group(String key) {
    return groups().stream()
        .filter(group -> group.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new UnknownInDistrict(id, "group", key));
  }

  /** The one group of a kind that a district has once, e.g. its census office. */
  public Group group(GroupKind kind) {
    return group(kind.suffix());
  }

  /**
   * The group of a kind in a subdistrict, e.g. its enumerators.
   *
   * @throws UnknownInDistrict when the district has no such subdistrict
   */
  public Group group(GroupKind kind, String subdistrict) {
    return Group.ofSubdistrict(this, subdistrict(subdistrict), kind);
  }

  /** Which duty or rule carries a clause: clause id to text, in the order of the file. */
  public Map<String, String> clauses() {
    Map<String, String> clauses = new LinkedHashMap<>();
    rules.forEach(rule -> clauses.putIfAbsent(rule.clause(), rule.text()));
    units.forEach(
        unit -> unit.duties().forEach(duty -> clauses.putIfAbsent(duty.clause(), duty.text())));
    return clauses;
  }
}
