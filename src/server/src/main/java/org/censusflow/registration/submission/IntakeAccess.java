package org.censusflow.registration.submission;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.intake.IntakeRefused;
import org.springframework.stereotype.Component;

/**
 * Who may hand registrations in and who may watch. Leaders may not write answers (Statistics Law
 * art. 7), hence no leads and no leading group. What is not the caller's does not exist for them.
 */
@Component
public class IntakeAccess {

  private static final List<String> FIELD = List.of("-office", "-supervisors", "-enumerators");

  private final Registrations registrations;
  private final BlockPlaces places;
  private final OwnBlocks own;
  private final IntakeTime time;

  IntakeAccess(Registrations registrations, BlockPlaces places, OwnBlocks own, IntakeTime time) {
    this.registrations = registrations;
    this.places = places;
    this.own = own;
    this.time = time;
  }

  /** The census office. Returns the district. */
  public String office(String censusId, Caller caller) {
    String district = registrations.district(censusId, caller);
    if (!isOffice(district, caller)) {
      throw new NotEntitled("区普查办");
    }
    return district;
  }

  private static boolean isOffice(String district, Caller caller) {
    return caller.inGroup(district + "-census-office");
  }

  /** The census office and its leads, who see counts and reasons, no answers. */
  public String watcher(String censusId, Caller caller) {
    String district = registrations.district(censusId, caller);
    if (!caller.inGroup(district + "-census-leads")) {
      return office(censusId, caller);
    }
    return district;
  }

  /** Whoever hands in households at all. */
  String fieldStaff(String censusId, Caller caller) {
    String district = registrations.district(censusId, caller);
    boolean field =
        isOffice(district, caller)
            || caller.groups().stream()
                .anyMatch(
                    group ->
                        group.startsWith(district + "-")
                            && FIELD.stream().anyMatch(group::endsWith));
    if (!field) {
      throw new NotEntitled("区普查办和镇街普查人员");
    }
    return district;
  }

  /** Whoever adds a household of a block, now. */
  void add(String censusId, String block, String mode, Caller caller) {
    String district = block(censusId, block, mode, caller);
    if (isOffice(district, caller)) {
      time.requireNotEnded(censusId);
    } else {
      time.requireOpen(censusId);
    }
  }

  /**
   * The census office anywhere, field staff in their own blocks. A block that does not exist is
   * told to the office alone, by the checks.
   */
  public String block(String censusId, String block, String mode, Caller caller) {
    String district = fieldStaff(censusId, caller);
    if (mode == null || !List.of("field", "self").contains(mode)) {
      throw new IntakeRefused("CF-E825 填报方式应为 field（普查员登记）或 self（自主填报）。");
    }
    if (isOffice(district, caller)) {
      return district;
    }
    Place place =
        places
            .find(district, censusId, block == null ? "" : block)
            .filter(found -> "field".equals(mode))
            .orElseThrow(() -> new NotEntitled("区普查办和小区所在镇街的普查人员"));
    own.require(place, OwnBlocks.FIELD_STAFF, caller);
    return district;
  }
}
