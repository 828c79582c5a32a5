package org.censusflow.crosscheck.compare;

import java.time.format.DateTimeFormatter;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.preparation.RectificationTotals;
import org.censusflow.preparation.RegisterRectifications;
import org.springframework.stereotype.Component;

/**
 * What the household register has gone through before it is compared: whether it was rectified, and
 * the sums found then, to read beside the comparison's figures.
 */
@Component
class RectifiedRegister {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(WorkingDays.ZONE);

  private final RegisterRectifications rectifications;

  RectifiedRegister(RegisterRectifications rectifications) {
    this.rectifications = rectifications;
  }

  /** One sentence for staff. */
  String note(String censusId) {
    return rectifications
        .completed(censusId)
        .map(completed -> "户籍资料已整顿（" + DAY.format(completed.at()) + "）：" + sums(completed.totals()))
        .orElse("户籍资料没有经过户口整顿，比对数字请慎重使用。");
  }

  private static String sums(RectificationTotals totals) {
    return "户籍 %d 人，流动 %d 人，人户分离 %d 人；应落未落 %d 人、已落户 %d 人，应销未销 %d 人、已注销 %d 人，尚未办结 %d 人。"
        .formatted(
            totals.registered(),
            totals.floating(),
            totals.separated(),
            totals.unregistered(),
            totals.settled(),
            totals.toCancel(),
            totals.cancelled(),
            totals.open());
  }
}
