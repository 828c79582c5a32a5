package org.censusflow.mapping.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.mapping.area.Areas;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.preparation.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes the work of somebody on who does not do it any more, and finds the blocks left alone. */
@Component
public class Handovers {

  private final CensusPlace place;
  private final Areas areas;
  private final AssignmentStore store;
  private final Assignments assignments;
  private final StaffDirectory directory;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  Handovers(
      CensusPlace place,
      Areas areas,
      AssignmentStore store,
      Assignments assignments,
      StaffDirectory directory,
      Staff staff,
      ApplicationEventPublisher events) {
    this.place = place;
    this.areas = areas;
    this.store = store;
    this.assignments = assignments;
    this.directory = directory;
    this.staff = staff;
    this.events = events;
  }

  /**
   * Gives the open tasks of an account, in every block that it has today or had until yesterday, to
   * whoever works there today. Repeatable.
   *
   * @return the assignments whose blocks nobody works in
   */
  @Transactional
  public List<BlockAssignment> passOn(String censusId, String account) {
    List<BlockAssignment> alone = new ArrayList<>();
    for (BlockAssignment one : store.ofAccount(censusId, account, store.today().minusDays(1))) {
      if (areas.find(censusId, one.blockCode()).isEmpty()) {
        continue;
      }
      Optional<String> now = assignments.working(censusId, one.blockCode(), one.staffRole());
      if (now.isEmpty()) {
        alone.add(one);
      }
      if (!now.equals(Optional.of(account))) {
        events.publishEvent(
            new WorkHandedOver(
                censusId,
                place.district(censusId).id(),
                one.blockCode(),
                one.staffRole(),
                account,
                now.orElse(null)));
      }
    }
    return alone;
  }

  /** Accounts with a valid certificate that may take over what an account leaves alone. */
  @Transactional
  public List<String> candidates(String censusId, String account) {
    return passOn(censusId, account).stream()
        .map(one -> directory.team(district(censusId), one.subdistrict(), one.staffRole()))
        .flatMap(List::stream)
        .distinct()
        .filter(one -> staff.isCertified(censusId, one))
        .toList();
  }

  /** Lets another account work from today in every block that this one leaves alone. */
  @Transactional
  public void appoint(String censusId, String account, String other, String reason, String by) {
    for (BlockAssignment one : passOn(censusId, account)) {
      boolean ended = one.validTo() != null && one.validTo().isBefore(store.today());
      if (ended) {
        assignments.assign(censusId, one.blockCode(), one.staffRole(), other, store.today(), by);
      } else {
        assignments.replace(censusId, one.id(), other, store.today(), reason, by);
      }
    }
  }

  private String district(String censusId) {
    return place.district(censusId).id();
  }
}
