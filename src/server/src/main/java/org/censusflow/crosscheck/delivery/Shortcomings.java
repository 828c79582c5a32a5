package org.censusflow.crosscheck.delivery;

import java.util.List;
import java.util.Optional;

/** What makes a delivery go back to the department that made it. */
final class Shortcomings {

  private Shortcomings() {}

  /**
   * @param chain the delivery and those that it completes, the last first
   * @param records how many different records they hold together
   * @return what is wrong, in Chinese for the department; empty when the delivery is good
   */
  static Optional<String> of(
      List<Delivery> chain, int records, double mostRejected, int fewestRows) {
    Delivery last = chain.get(0);
    int declared = last.manifest().count();
    if (last.rows() == 0) {
      return Optional.of("文件中没有记录。");
    }
    if (last.rows() != declared) {
      return Optional.of("申报 " + declared + " 条，文件中有 " + last.rows() + " 条，请核对后重新交付。");
    }
    if (chain.size() == 1 && last.rows() < fewestRows) {
      return Optional.of("只有 " + last.rows() + " 条，少于应有的 " + fewestRows + " 条，请核对是否完整。");
    }
    if (last.rejected() > mostRejected * last.rows()) {
      return Optional.of("有 " + last.rejected() + " 条无法读取（共 " + last.rows() + " 条），请按拒收清单改正后重新交付。");
    }
    return chain.size() == 1
        ? Optional.empty()
        : together(chain, records, mostRejected, fewestRows);
  }

  /** A completed delivery has to reach what the first one declared. */
  private static Optional<String> together(
      List<Delivery> chain, int records, double mostRejected, int fewestRows) {
    Delivery first = chain.get(chain.size() - 1);
    Integer expected = first.manifest().count();
    int wanted = Math.max(fewestRows, expected == null ? 0 : expected);
    boolean allCame = expected == null || first.rows() >= expected;
    int tolerated = allCame ? (int) (mostRejected * wanted) : 0;
    return records + tolerated >= wanted
        ? Optional.empty()
        : Optional.of(
            "补充后共有 "
                + records
                + " 条合格记录，首次申报 "
                + wanted
                + " 条，仍缺 "
                + (wanted - records)
                + " 条，请继续补充或重新交付全部资料。");
  }
}
