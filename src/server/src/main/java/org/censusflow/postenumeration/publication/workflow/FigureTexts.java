package org.censusflow.postenumeration.publication.workflow;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.postenumeration.publication.CensusCounts.Counts;

/** How figures and moments are written for staff. */
final class FigureTexts {

  static final Map<String, String> TABLE_KINDS =
      Map.of("counts", "人数、户数和构成", "rates", "比率和平均数", "coverage", "抽查推算结果", "microdata", "个体或住户资料");

  static final Map<String, String> AREA_LEVELS =
      Map.of("district", "全区", "subdistrict", "街道（乡镇）", "community", "村（居）", "block", "普查小区");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private FigureTexts() {}

  static String of(Counts counts) {
    return """
        - 有人居住的住户 %d 户
        - 居住在本区 %d 人，户口在本区而居住在外 %d 人
        - 复查补登 %d 人，更正 %d 人，删除 %d 人
        """
        .formatted(
            counts.households(),
            counts.here(),
            counts.absent(),
            counts.added(),
            counts.corrected(),
            counts.removed());
  }

  static String minute(Instant moment) {
    return moment == null ? "" : MINUTE.format(moment.atZone(WorkingDays.ZONE));
  }
}
