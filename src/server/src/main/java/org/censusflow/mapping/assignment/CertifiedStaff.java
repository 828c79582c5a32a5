package org.censusflow.mapping.assignment;

import java.util.Optional;
import org.censusflow.preparation.Staff;
import org.springframework.stereotype.Component;

/** Enumerators and supervisors work in a block with a certificate that is valid on the day. */
@Component
public class CertifiedStaff {

  private final Staff staff;

  CertifiedStaff(Staff staff) {
    this.staff = staff;
  }

  /**
   * Why an account may not do a block's work today.
   *
   * @return Chinese for the officer; empty when the account may
   */
  public Optional<String> refusal(String censusId, String account) {
    return staff.isCertified(censusId, account)
        ? Optional.empty()
        : Optional.of("CF-E873 你没有有效的普查证件（没有领证，或者证件已到期、已收回），不能办理小区的任务：请退回任务，并请街道安排持证人员接替。");
  }
}
