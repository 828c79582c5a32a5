package org.censusflow.mapping.assignment;

import java.time.LocalDate;
import org.censusflow.base.district.District;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.listing.AreaTable;
import org.censusflow.preparation.Staff;
import org.springframework.stereotype.Component;

/** Who may be given a block. */
@Component
public class AssignmentRules {

  private static final int LONGEST_REASON = 300;

  private final StaffDirectory directory;
  private final Staff staff;

  public AssignmentRules(StaffDirectory directory, Staff staff) {
    this.directory = directory;
    this.staff = staff;
  }

  void check(District district, AreaBlock block, StaffRole role, String account, LocalDate from) {
    if (!directory.team(district.id(), block.subdistrict(), role).contains(account)) {
      throw new AreaRefused(
          "CF-E811 %s不是%s的%s。"
              .formatted(
                  AreaTable.shown(String.valueOf(account)),
                  district.subdistrict(block.subdistrict()).name(),
                  role == StaffRole.ENUMERATOR ? "普查员" : "普查指导员"));
    }
    if (!staff.isCertified(district.census().id(), account, from)) {
      throw new AreaRefused("CF-E810 " + account + " 在 " + from + " 没有有效的证件，不能分派小区。");
    }
  }

  void reason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new AreaRefused("CF-E804 请写明理由，不超过 300 字。");
    }
  }

  /** Inside the assignment that is replaced or stood in for. */
  void period(BlockAssignment of, LocalDate from, LocalDate to) {
    boolean tooLate =
        of.validTo() != null
            && (from.isAfter(of.validTo()) || to != null && to.isAfter(of.validTo()));
    if (from.isBefore(of.validFrom()) || tooLate || to != null && to.isBefore(from)) {
      throw new AreaRefused("CF-E813 日期不在原分派的起止日期之内，或者止日早于起日。");
    }
  }
}
