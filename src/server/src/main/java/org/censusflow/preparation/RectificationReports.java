package org.censusflow.preparation;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.Districts;
import org.censusflow.base.districtfile.CarriesClauses;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where public security reports the rectification's counts of a subdistrict. Counts come in by
 * block; only the blocks' codes and sums go out.
 */
@CarriesClauses(
    value = {"H1.04e", "X3.2.05e"},
    shownBy = "RegisterRectificationTests")
@Component
public class RectificationReports {

  private final RectificationCounts counts;
  private final AuditTrail audit;
  private final Districts districts;

  RectificationReports(RectificationCounts counts, AuditTrail audit, Districts districts) {
    this.counts = counts;
    this.audit = audit;
    this.districts = districts;
  }

  /**
   * How far a subdistrict's report has come.
   *
   * @param columns the columns of the table to send
   * @param blocks codes of the blocks that have been drawn
   * @param missing those of them without counts
   */
  public record Standing(
      List<String> columns,
      List<String> blocks,
      List<String> missing,
      RectificationTotals totals) {}

  /**
   * @throws AccessDeniedException unless the caller is of the district's public security and the
   *     subdistrict is being counted
   */
  public Standing standing(Caller caller, String censusId, String subdistrict) {
    return standing(part(caller, censusId, subdistrict), subdistrict);
  }

  /**
   * Takes a subdistrict's counts in place of those before.
   *
   * @param table first line the names of {@link Standing#columns}, one line a block; commas or tabs
   *     between; UTF-8 or GB 18030
   * @throws CountsRefused with every fault; nothing is kept then
   * @throws AccessDeniedException as for {@link #standing}
   */
  @Transactional
  public Standing report(Caller caller, String censusId, String subdistrict, byte[] table) {
    RectificationCounts.OpenPart part = part(caller, censusId, subdistrict);
    List<BlockCounts> reported = BlockCountsFile.read(table);
    String code = districts.require(part.district()).subdistrict(subdistrict).code();
    if (!reported.stream().allMatch(count -> count.block().startsWith(code))) {
      throw new CountsRefused(List.of("不是本街道的小区：小区代码应以 " + code + " 开头"));
    }
    counts.replace(part.processKey(), subdistrict, reported, caller.user());
    audit.record(
        caller.user(),
        part.district(),
        "rectification.report",
        "subdistrict",
        censusId + "/" + subdistrict);
    return standing(part, subdistrict);
  }

  private Standing standing(RectificationCounts.OpenPart part, String subdistrict) {
    List<String> blocks = counts.blocks(part.processKey(), subdistrict);
    List<String> reported = counts.reported(part.processKey(), subdistrict);
    return new Standing(
        BlockCountsFile.COLUMNS,
        blocks,
        blocks.stream().filter(block -> !reported.contains(block)).toList(),
        counts.totals(part.processKey(), subdistrict));
  }

  /** To whoever else asks, the part does not exist. */
  private RectificationCounts.OpenPart part(Caller caller, String censusId, String subdistrict) {
    return counts
        .open(censusId, subdistrict)
        .filter(part -> caller.districts().contains(part.district()))
        .filter(part -> caller.inGroup(part.district() + "-public-security"))
        .orElseThrow(
            () -> new AccessDeniedException("No rectification that the caller may report on"));
  }
}
