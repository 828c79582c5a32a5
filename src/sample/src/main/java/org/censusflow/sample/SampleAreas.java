package org.censusflow.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Files of areas as an office would deliver them, for invented blocks: a list of communities, the
 * blocks, outlines on a grid and a listing of dwellings. The same blocks give the same files.
 */
public final class SampleAreas {

  /** A hundred metres, in degrees. */
  private static final double CELL = 0.001;

  /** Each subdistrict has a degree of its own, so that those delivered apart lie apart. */
  private static final double WEST = 118.0;

  private static final int DEGREES = 13;
  private static final double SOUTH = 24.45;
  private static final int DWELLINGS_OF_A_BUILDING = 24;

  /**
   * @param subdistrict nine-digit code
   * @param households households in the block
   * @param persons persons in the block, spread evenly over the households
   */
  public record Block(
      String code,
      String subdistrict,
      String communityName,
      String address,
      int households,
      int persons) {

    String community() {
      return code.substring(0, 12);
    }
  }

  private final Map<String, List<Block>> byCommunity = new LinkedHashMap<>();

  /**
   * @param blocks in the order of their codes
   */
  public SampleAreas(List<Block> blocks) {
    blocks.forEach(
        block ->
            byCommunity.computeIfAbsent(block.community(), it -> new ArrayList<>()).add(block));
  }

  public String areas() {
    StringBuilder csv = new StringBuilder("area,subdistrict,name\n");
    byCommunity.forEach(
        (code, blocks) ->
            line(csv, code, blocks.get(0).subdistrict(), blocks.get(0).communityName()));
    return csv.toString();
  }

  public String blocks() {
    StringBuilder csv =
        new StringBuilder(
            "block,subdistrict,community_code,community_name,address_prefix,households,persons\n");
    forEach(
        block ->
            line(
                csv,
                block.code(),
                block.subdistrict(),
                block.community(),
                block.communityName(),
                block.address(),
                block.households(),
                block.persons()));
    return csv.toString();
  }

  /** Every community a row of cells, row upon row: no gap, no overlap. */
  public String outlines() {
    List<String> features = new ArrayList<>();
    int row = 0;
    for (Map.Entry<String, List<Block>> community : byCommunity.entrySet()) {
      features.add(feature(community.getKey(), row, 0, community.getValue().size()));
      for (int column = 0; column < community.getValue().size(); column++) {
        features.add(feature(community.getValue().get(column).code(), row, column, column + 1));
      }
      row++;
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
  }

  public String dwellings() {
    StringBuilder csv =
        new StringBuilder("building,building_name,address,block,dwelling,use,households,persons\n");
    byCommunity.forEach((community, blocks) -> list(csv, community, blocks));
    return csv.toString();
  }

  private static void list(StringBuilder csv, String community, List<Block> blocks) {
    int building = 0;
    for (Block block : blocks) {
      for (int i = 0; i < block.households(); i++) {
        if (i % DWELLINGS_OF_A_BUILDING == 0) {
          building++;
        }
        int before = (int) ((long) block.persons() * i / block.households());
        int after = (int) ((long) block.persons() * (i + 1) / block.households());
        line(
            csv,
            community + String.format(Locale.ROOT, "%04d", building),
            "样例 " + building + " 栋",
            block.address() + building + "栋",
            block.code(),
            String.valueOf(101 + i % DWELLINGS_OF_A_BUILDING),
            "住宅",
            1,
            after - before);
      }
    }
  }

  private static String feature(String code, int row, int from, int to) {
    double south = SOUTH + row * CELL;
    double north = SOUTH + (row + 1) * CELL;
    double origin = WEST + Integer.parseInt(code.substring(6, 9)) % DEGREES;
    double west = origin + from * CELL;
    double east = origin + to * CELL;
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f],[%.6f,%.6f]]]}}",
        code,
        west,
        south,
        east,
        south,
        east,
        north,
        west,
        north,
        west,
        south);
  }

  private void forEach(java.util.function.Consumer<Block> action) {
    byCommunity.values().forEach(blocks -> blocks.forEach(action));
  }

  private static void line(StringBuilder csv, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      csv.append(i == 0 ? "" : ",").append(fields[i]);
    }
    csv.append('\n');
  }
}
