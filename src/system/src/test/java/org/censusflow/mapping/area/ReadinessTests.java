package org.censusflow.mapping.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.censusflow.mapping.area.AreaFinding.Kind;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.api.Test;

class ReadinessTests {

  private final AreaWorld world = AreaWorld.onH2();

  @Test
  void aDistrictThatIsCoveredDrawnAndListedIsReady() {
    world.takeAll(AreaWorld.district(80, 82, 70));
    Readiness readiness = world.checks.check(AreaWorld.CENSUS, null);
    assertThat(readiness.findings()).isEmpty();
    assertThat(readiness.ready()).isTrue();
    assertThat(readiness.figures())
        .isEqualTo(new Readiness.Figures(4, 6, 0, 6, 6, 23, 472, 472, 1416, 6, 2, 2));
  }

  @Test
  void everyCommunityHasToBeCovered() {
    world.take(AreaFileKind.AREAS, "area,subdistrict,name\n350205002702,songyu,样例第2社区\n");
    assertThat(kinds("songyu")).containsExactly("AREA_WITHOUT_BLOCK 350205002702");
    assertThat(kinds(null))
        .containsExactlyInAnyOrder(
            "AREA_WITHOUT_BLOCK 350205002702",
            "AREA_WITHOUT_BLOCK 350205001",
            "AREA_WITHOUT_BLOCK 350205003",
            "AREA_WITHOUT_BLOCK 350205004");
  }

  @Test
  void aGapAnOverlapAndAnEdgeBeyondTheAreaAreFoundWithTheirSize() {
    SampleAreas sample = AreaWorld.sample(80, 80, 80);
    world.takeAll(sample);
    String shifted = sample.outlines().replace(cell(1), cell(1.5));
    assertThat(shifted).isNotEqualTo(sample.outlines());
    world.take(AreaFileKind.OUTLINES, shifted);
    List<AreaFinding> findings = world.checks.check(AreaWorld.CENSUS, "songyu").findings();
    assertThat(findings)
        .extracting(finding -> finding.kind() + " " + finding.code())
        .containsExactlyInAnyOrder(
            "OVERLAP " + AreaWorld.code(2), "GAP " + AreaWorld.code(1).substring(0, 12));
    assertThat(findings)
        .extracting(AreaFinding::text)
        .anyMatch(text -> text.startsWith("与小区 " + AreaWorld.code(3) + " 重叠约 5640 平方米"))
        .anyMatch(text -> text.startsWith("普查区有约 5640 平方米不在任何小区"));
  }

  @Test
  void aBlockThatReachesBeyondItsAreaIsFound() {
    SampleAreas sample = AreaWorld.sample(80);
    world.takeAll(sample);
    String half = "[120.000000,24.450000],[120.000500,24.450000],[120.000500,24.451000]";
    String whole = "[120.000000,24.450000],[120.001000,24.450000],[120.001000,24.451000]";
    world.take(
        AreaFileKind.OUTLINES,
        sample.outlines().replaceFirst(java.util.regex.Pattern.quote(whole), half));
    assertThat(kinds("songyu")).containsExactly("OUTSIDE 350205002701");
  }

  @Test
  void aDifferenceWithinTheToleranceOfDrawingIsNone() {
    SampleAreas sample = AreaWorld.sample(80, 80);
    world.takeAll(sample);
    // 120.0010005 is 5 cm off: 5.6 square metres along the edge of a hundred.
    world.take(
        AreaFileKind.OUTLINES,
        sample.outlines().replaceFirst("120\\.001000,24\\.450000", "120.0010005,24.450000"));
    assertThat(kinds("songyu")).isEmpty();
  }

  @Test
  void loadBeyondTheNormAndBuildingsWithoutABlockAreFound() {
    world.takeAll(AreaWorld.sample(80, 97, 20));
    assertThat(kinds("songyu"))
        .containsExactly("OVERLOADED " + AreaWorld.code(2), "LIGHT " + AreaWorld.code(3));
    world.take(AreaFileKind.BLOCKS, AreaWorld.sample(80, 97).blocks());
    assertThat(kinds("songyu"))
        .containsExactly(
            "BUILDING_WITHOUT_BLOCK 3502050027010010",
            "GAP 350205002701",
            "OVERLOADED " + AreaWorld.code(2));
  }

  @Test
  void aBlockWithoutOutlineIsNotReadyAndAVirtualOneNeedsNone() {
    world.take(
        AreaFileKind.BLOCKS,
        AreaWorld.sample(80).blocks()
            + "350205002701900,350205002,350205002701,样例第1社区,拆迁地块,0,100\n");
    assertThat(kinds("songyu"))
        .containsExactly(
            "BLOCK_WITHOUT_OUTLINE " + AreaWorld.code(1), "NOT_LISTED " + AreaWorld.code(1));
    assertThat(world.checks.check(AreaWorld.CENSUS, "songyu").ready()).isFalse();
    assertThat(Kind.NOT_LISTED.severity()).isEqualTo(AreaFinding.Severity.WARNING);
  }

  private List<String> kinds(String subdistrict) {
    return world.checks.check(AreaWorld.CENSUS, subdistrict).findings().stream()
        .map(finding -> finding.kind() + " " + finding.code())
        .toList();
  }

  /** How the sample draws the cell of a column, from its south-west to its north-east corner. */
  private static String cell(double column) {
    double west = 120 + column * 0.001;
    double east = west + 0.001;
    return "[[[%.6f,24.450000],[%.6f,24.450000],[%.6f,24.451000],[%.6f,24.451000],[%.6f,24.450000]]]"
        .formatted(west, east, east, west, west);
  }
}
