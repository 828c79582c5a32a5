package org.censusflow.mapping.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.AreaWorld;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AreaFilesTests {

  private static final List<String> TABLES =
      List.of("census_area", "area_block", "building", "dwelling", "area_outline", "area_file");

  private AreaWorld world;

  @BeforeEach
  void openAWorld() {
    world = AreaWorld.onH2();
  }

  @Test
  void aWholeSetOfFilesIsTakenAndCountsFromTheListing() {
    world.takeAll(AreaWorld.sample(80, 60));
    assertThat(world.store.blocks(AreaWorld.CENSUS, "songyu"))
        .extracting(AreaBlock::code, AreaBlock::households, AreaBlock::persons, AreaBlock::listed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AreaWorld.code(1), 80, 240, true),
            org.assertj.core.groups.Tuple.tuple(AreaWorld.code(2), 60, 180, true));
    assertThat(world.count("dwelling")).isEqualTo(140);
    assertThat(world.count("area_outline")).isEqualTo(3);
  }

  @Test
  void aFileAgainReplacesWhatTheSubdistrictDeliveredAndNothingOfAnother() {
    world.takeAll(AreaWorld.district(80, 80));
    world.take(AreaFileKind.BLOCKS, AreaWorld.sample(80, 80, 80).blocks());
    assertThat(world.store.blocks(AreaWorld.CENSUS, "songyu")).hasSize(3);
    assertThat(world.store.blocks(AreaWorld.CENSUS, null)).hasSize(6);
  }

  @Test
  void allFaultsAreSaidAtOnceWithRowAndReasonAndNothingIsStored() {
    String file =
        """
        block,subdistrict,community_code,community_name,address_prefix,households,persons
        350205002701001,350205002,350205002701,样例社区,样例路1号,80,240
        35020500270100,350205002,350205002701,样例社区,样例路2号,80,240
        350205002701001,350205002,350205002701,样例社区,样例路3号,80,240
        350203001701001,350203001,350203001701,样例社区,样例路4号,80,240
        350205002701000,350205002,350205002702,样例社区,,八十,-1
        350205002701004,350205003,350205002701,另一社区,样例路5号,1200,240
        350205002701901,350205002,350205002701,样例社区,样例路6号,0,5000
        """;
    assertThat(faults(AreaFileKind.BLOCKS, file))
        .containsExactlyInAnyOrder(
            "3 小区代码应为 15 位数字：35020500270100",
            "4 小区代码重复",
            "5 小区代码不属于海沧区的任何街道（乡镇）",
            "6 小区地址没有填写",
            "6 户数应为 0 到 99999 的整数：八十",
            "6 人数应为 0 到 99999 的整数：-1",
            "6 普查区代码与小区代码的前 12 位不一致",
            "6 小区顺序号从 001 开始",
            "7 街道（乡镇）应为 350205002，文件写的是 350205003",
            "7 同一普查区写了两个名称",
            "7 一个小区最多 998 户，应拆分",
            "8 虚拟小区最多 4995 人，应拆分");
    nothingIsStored();
  }

  @Test
  void aSubdistrictDeliversForItselfOnly() {
    byte[] file = AreaWorld.sample(80).blocks().getBytes(StandardCharsets.UTF_8);
    AreaFileRefused refused =
        catchThrowableOfType(
            AreaFileRefused.class, () -> world.take(AreaFileKind.BLOCKS, "xinyang", file));
    assertThat(refused.faults()).extracting(AreaFault::reason).containsExactly("小区代码不属于新阳街道");
    nothingIsStored();
  }

  @Test
  void blocksOfACommunityThatIsNotOnTheListAreRefused() {
    world.take(AreaFileKind.AREAS, "area,subdistrict,name\n350205002702,songyu,样例第2社区\n");
    assertThat(faults(AreaFileKind.BLOCKS, AreaWorld.sample(80).blocks()))
        .containsExactly("2 普查区不在已导入的普查区名单中");
  }

  @Test
  void theListingNamesBlocksAndBuildingsThatExist() {
    world.take(AreaFileKind.BLOCKS, AreaWorld.sample(80).blocks());
    String file =
        """
        building,building_name,address,block,dwelling,use,households,persons
        3502050027010001,1栋,样例路1号1栋,350205002701001,101,住宅,1,3
        3502050027010001,2栋,样例路1号1栋,350205002701001,101,住宅,1,3
        3502050027010002,2栋,样例路1号2栋,350205002701009,101,厂房,1,3
        3502050027020001,3栋,样例路1号3栋,350205002701001,,空置,0,0
        """;
    assertThat(faults(AreaFileKind.DWELLINGS, file))
        .containsExactlyInAnyOrder(
            "3 同一建筑物写了两个名称",
            "3 住房单元重复：101",
            "4 没有这个小区：350205002701009",
            "4 用途应为住宅、集体住所、空置或其他：厂房",
            "5 建筑物与小区不在同一普查区",
            "5 住房单元号没有填写");
  }

  @Test
  void outlinesThatAreNoneAreNamedOneByOne() {
    world.take(AreaFileKind.BLOCKS, AreaWorld.sample(80, 80).blocks());
    String bowtie = "[[[118,24],[118.01,24.01],[118.01,24],[118,24.01],[118,24]]]";
    String open = "[[[118,24],[118.01,24],[118.01,24.01],[118,24.01]]]";
    String abroad = "[[[24,118],[24.1,118],[24.1,118.1],[24,118]]]";
    String file =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + String.join(
                ",",
                feature(AreaWorld.code(1), "Polygon", bowtie),
                feature(AreaWorld.code(2), "Polygon", open),
                feature(AreaWorld.code(2), "Polygon", abroad),
                feature(AreaWorld.code(7), "Point", "[118,24]"),
                feature("", "Polygon", open))
            + "]}";
    assertThat(faults(AreaFileKind.OUTLINES, file))
        .containsExactlyInAnyOrder(
            "1 轮廓自相交或者不闭合，位置约为经度 118.005000、纬度 24.005000",
            "2 轮廓不闭合：第一个点和最后一个点应相同，至少四个点",
            "3 第 1 个点不在国内：坐标应为经度、纬度（度）",
            "4 没有这个街道、普查区或者小区",
            "4 轮廓应为 Polygon 或者 MultiPolygon",
            "5 轮廓的代码（code）应为 15 位数字：（空）");
  }

  private static String feature(String code, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(code, type, coordinates);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0 文件是空的",
    "'a,b', 1 缺少栏：普查区代码（area）",
    "'area,subdistrict,name', 0 文件没有数据行",
    "'area,area,subdistrict,name', 1 栏名重复：area",
    "'area,subdistrict,name\n1,2,3,4', '2 列数与表头不一致（应为 3 列，本行 4 列）'",
    "'area,subdistrict,name\n\"350205002701,songyu,a', '2 引号没有成对，本行无法拆分成列'"
  })
  void whatIsNoTableIsRefused(String file, String fault) {
    assertThat(faults(AreaFileKind.AREAS, file)).contains(fault);
    nothingIsStored();
  }

  @Test
  void aLineOfTenMegabytesIsNamedAndNotRead() {
    String file = "area,subdistrict,name\n" + "x".repeat(10_000_000) + "\n";
    assertThat(faults(AreaFileKind.AREAS, file)).containsExactly("2 一行超过 64 KB，可能缺少换行或引号没有成对");
  }

  @Test
  void whatIsNoTableIsCalledByItsName() {
    byte[] zip = {'P', 'K', 3, 4, 20, 0};
    assertThat(faults(zip)).singleElement().asString().startsWith("0 电子表格已损坏");
    assertThat(faults(new byte[] {'a', 0, 'b'})).singleElement().asString().startsWith("0 文件不是文本");
    assertThat(faults("\uFEFFarea".getBytes(StandardCharsets.UTF_16LE)))
        .contains("1 缺少栏：街道代码（subdistrict）");
    nothingIsStored();
  }

  @Test
  void listsAreReadInTheEncodingsAndFormatsOfOffices() throws IOException {
    String areas = AreaWorld.sample(80).areas();
    assertThat(
            world.take(AreaFileKind.AREAS, null, areas.getBytes(Charset.forName("GB18030"))).rows())
        .isEqualTo(1);
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(book, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("普查区");
      sheet.value(0, 0, "海沧区普查区名单");
      String[] head = {"普查区代码", "街道代码", "普查区名称"};
      String[] row = areas.lines().skip(1).findFirst().orElseThrow().split(",");
      for (int i = 0; i < 3; i++) {
        sheet.value(1, i, head[i]);
        sheet.value(2, i, row[i]);
      }
    }
    AreaFiles.Taken taken = world.take(AreaFileKind.AREAS, null, book.toByteArray());
    assertThat(taken.rows()).isEqualTo(1);
    assertThat(taken.notes()).containsExactly("表头在第 2 行，上面的标题行不计");
  }

  @Test
  void outlinesInPartsAndWithNamesOfOtherProgramsAreRead() {
    world.take(AreaFileKind.BLOCKS, AreaWorld.sample(80, 80).blocks());
    String left = "[[[118,24,5],[118.01,24,5],[118.01,24.01,5],[118,24,5]]]";
    String right = "[[[118.02,24],[118.03,24],[118.03,24.01],[118.02,24]]]";
    String file =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}},\"features\":["
            + String.join(
                ",",
                feature(AreaWorld.code(1), "Polygon", left)
                    .replace(
                        "\"code\":\"" + AreaWorld.code(1) + "\"",
                        "\"CODE\":" + AreaWorld.code(1) + ".0"),
                feature(AreaWorld.code(1), "Polygon", right).replace("\"code\"", "\"小区代\ufffd\""))
            + "]}";
    AreaFiles.Taken taken = world.take(AreaFileKind.OUTLINES, file);
    assertThat(taken.rows()).isEqualTo(1);
    assertThat(taken.notes()).containsExactly("有 1 个要素的代码与前面的相同，已合并为同一轮廓");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[[[39500000,2710000],[39500100,2710000],[39500100,2710100],[39500000,2710000]]];;投影坐标（米）",
        "[[[118,24],[118.01,24],[118.01,24.01],[118,24]]];EPSG:4214;坐标系是 EPSG:4214",
        "[[[39500000,2710000],[39500100,2710000],[39500100,2710100],[39500000,2710000]]];urn:ogc:def:crs:EPSG::4527;坐标系是 EPSG:4527"
      })
  void coordinatesThatAreNoDegreesAreToldOnceForTheFile(String ring, String crs, String said) {
    String system =
        crs == null ? "" : "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}},";
    String two =
        feature(AreaWorld.code(1), "Polygon", ring)
            + ","
            + feature(AreaWorld.code(2), "Polygon", ring);
    assertThat(
            faults(
                AreaFileKind.OUTLINES,
                "{\"type\":\"FeatureCollection\"," + system + "\"features\":[" + two + "]}"))
        .singleElement()
        .asString()
        .startsWith("0 ")
        .contains(said);
  }

  @Test
  void whatIsGeoJsonOfAnotherKindIsCalledByItsName() {
    String feature =
        feature(AreaWorld.code(1), "Polygon", "[[[118,24],[118.01,24],[118.01,24.01],[118,24]]]");
    assertThat(faults(AreaFileKind.OUTLINES, feature + "\n" + feature))
        .singleElement()
        .asString()
        .contains("NDJSON");
    assertThat(faults(AreaFileKind.OUTLINES, "{\"type\":\"Topology\",\"objects\":{}}"))
        .singleElement()
        .asString()
        .contains("TopoJSON");
    assertThat(
            faults(
                AreaFileKind.OUTLINES,
                "{\"type\":\"FeatureCollection\",\"features\":["
                    + feature.replaceAll("\"geometry\":.*", "\"geometry\":null}")
                    + "]}"))
        .contains("1 没有图形（geometry 为空）");
  }

  @Test
  void anAcceptedSubdistrictTakesNoMoreFiles() {
    world.takeAll(AreaWorld.district(80));
    world.within(
        () -> {
          world.acceptance.accept(AreaWorld.CENSUS, "lead");
          return null;
        });
    assertThat(faults(AreaFileKind.BLOCKS, AreaWorld.sample(80, 80).blocks()))
        .containsExactly("0 嵩屿街道的普查区已验收，不再导入文件：请办理边界变更");
    assertThat(faults(AreaFileKind.OUTLINES, AreaWorld.sample(80).outlines()))
        .contains("0 轮廓已验收，不再改画");
  }

  /** Whatever arrives, it is taken whole or refused with reasons; nothing else happens. */
  @ParameterizedTest
  @EnumSource(AreaFileKind.class)
  void noFileBreaksTheImportOrLeavesAHalfOfItself(AreaFileKind kind) {
    var sample = AreaWorld.sample(40, 40);
    world.takeAll(sample);
    String text =
        switch (kind) {
          case AREAS -> sample.areas();
          case BLOCKS -> sample.blocks();
          case DWELLINGS -> sample.dwellings();
          case OUTLINES -> sample.outlines();
        };
    byte[] good = text.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20201101);
    long refused = 0;
    for (int round = 0; round < 120; round++) {
      List<Long> before = TABLES.stream().map(world::count).toList();
      byte[] bad = damaged(good, random);
      AreaFileRefused failure =
          catchThrowableOfType(AreaFileRefused.class, () -> world.take(kind, null, bad));
      if (failure != null) {
        refused++;
        assertThat(failure.faults()).isNotEmpty();
        assertThat(TABLES.stream().map(world::count).toList()).isEqualTo(before);
      }
    }
    assertThat(refused).isGreaterThan(40);
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = good.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
  }

  private void nothingIsStored() {
    assertThat(TABLES).allMatch(table -> world.count(table) == 0);
  }

  private List<String> faults(AreaFileKind kind, String text) {
    AreaFileRefused refused =
        catchThrowableOfType(AreaFileRefused.class, () -> world.take(kind, text));
    return refused.faults().stream().map(it -> it.row() + " " + it.reason()).toList();
  }

  private List<String> faults(byte[] bytes) {
    AreaFileRefused refused =
        catchThrowableOfType(
            AreaFileRefused.class, () -> world.take(AreaFileKind.AREAS, null, bytes));
    return refused.faults().stream().map(it -> it.row() + " " + it.reason()).toList();
  }
}
