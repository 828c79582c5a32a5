package org.censusflow.registration.submission;

import org.censusflow.registration.intake.IntakeRefused;
import org.springframework.stereotype.Component;

/**
 * When households are added and the long forms drawn. Field staff add households, and the long
 * forms are drawn, while the registration is open. The census office brings files in that were made
 * elsewhere, and households answer by themselves, before that too. What is over is over for all.
 */
@Component
public class IntakeTime {

  private final RegistrationTime registration;

  IntakeTime(RegistrationTime registration) {
    this.registration = registration;
  }

  /**
   * @throws IntakeRefused before the registration is opened and after it has ended
   */
  public void requireOpen(String censusId) {
    requireNotEnded(censusId);
    if (!registration.opened(censusId)) {
      throw new IntakeRefused("CF-E848 本次普查的登记还没有开始，现在不能登记住户，也不能抽取长表户，没有保存任何内容。请在登记开始以后再提交。");
    }
  }

  /**
   * @throws IntakeRefused after the registration has ended
   */
  public void requireNotEnded(String censusId) {
    if (registration.ended(censusId)) {
      throw new IntakeRefused("CF-E849 本次普查的登记已经结束，不能再增加住户或者抽取长表户，没有保存任何内容。漏登的人请在数据比对的入户核实任务中补登。");
    }
  }
}
