package org.censusflow.mapping.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.censusflow.files.ColumnNames;

/**
 * GeoJSON as QGIS, mapshaper, ArcGIS and converters of shapefiles write it. What is no GeoJSON in
 * degrees of the earth is told once for the file, by its name.
 */
final class GeoJsonFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Degrees of WGS 84 or of CGCS2000, which differ by less than a hand. */
  private static final Pattern DEGREES =
      Pattern.compile("(?i).*(CRS:?84|(?<!\\d)(4326|4490|4479))");

  private static final Pattern NUMBER = Pattern.compile("(\\d{4,6})\\D*$");

  private static final List<String> NAMES =
      List.of("code", "小区代码", "普查小区代码", "小区编码", "普查区代码", "普查区编码", "社区代码", "街道代码", "代码", "编码");

  private static final Map<String, String> CODE =
      NAMES.stream()
          .map(ColumnNames::folded)
          .collect(java.util.stream.Collectors.toMap(name -> name, name -> "code"));

  /** A shapefile's attribute has a name of ten bytes, whatever character that cuts. */
  private static final int SHORTEST_CUT = 3;

  private GeoJsonFile() {}

  /** The features of a file; null with a fault when there are none to be read. */
  static JsonNode features(String text, Faults faults) {
    if (isLines(text)) {
      faults.file("文件是逐行的 GeoJSON（NDJSON，每行一个要素），请导出为一个要素集合（FeatureCollection）");
      return null;
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      faults.add((int) line, "", "不是完整的 GeoJSON 文件");
      return null;
    }
    String refusal = refusal(tree);
    if (refusal != null) {
      faults.file(refusal);
      return null;
    }
    if ("Feature".equals(tree.path("type").asText())) {
      return JSON.createArrayNode().add(tree);
    }
    return tree.path("features");
  }

  private static String refusal(JsonNode tree) {
    JsonNode features = tree.path("features");
    boolean single = "Feature".equals(tree.path("type").asText());
    if ("Topology".equals(tree.path("type").asText())) {
      return "文件是 TopoJSON，请导出为 GeoJSON 要素集合（FeatureCollection）";
    }
    if (tree.has("geometryType") || features.path(0).path("geometry").has("rings")) {
      return "文件是 Esri JSON，请导出为 GeoJSON 要素集合（FeatureCollection）";
    }
    if (!single && (!features.isArray() || features.isEmpty())) {
      return "不是 GeoJSON 要素集合（FeatureCollection），或者没有要素";
    }
    String system = system(tree.path("crs"));
    if (!system.isEmpty() && !DEGREES.matcher(system).matches()) {
      return "坐标系是 " + called(system) + "，应为经纬度（CGCS2000 EPSG:4490 或 WGS 84 EPSG:4326），请转换后导出";
    }
    double[] first = first(single ? tree : features);
    if (first != null && (Math.abs(first[0]) > 180 || Math.abs(first[1]) > 90)) {
      return "坐标是投影坐标（米），不是经纬度（度）："
          + (system.isEmpty() ? "文件没有写明坐标系（可能是 CGCS2000 高斯投影，如 EPSG:4527、EPSG:4549），" : "")
          + "请转换为经纬度（EPSG:4490）后导出";
    }
    return null;
  }

  /** Whether a second document begins behind the first one's line. */
  private static boolean isLines(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? "" : text.substring(0, end).strip();
    String rest = end < 0 ? "" : text.substring(end).stripLeading();
    boolean mark = text.startsWith("\u001e");
    return mark || first.startsWith("{") && first.endsWith("}") && rest.startsWith("{");
  }

  private static String system(JsonNode crs) {
    JsonNode properties = crs.path("properties");
    String name = properties.path("name").asText(properties.path("code").asText(""));
    return name.isEmpty() ? properties.path("href").asText("") : name;
  }

  private static String called(String system) {
    Matcher number = NUMBER.matcher(system);
    return number.find() ? "EPSG:" + number.group(1) : AreaTable.shown(system);
  }

  /** The first point of the file; null when there is none. */
  private static double[] first(JsonNode node) {
    if (node.isArray() && node.path(0).isNumber() && node.path(1).isNumber()) {
      return new double[] {node.get(0).asDouble(), node.get(1).asDouble()};
    }
    Iterable<JsonNode> within =
        node.isArray()
            ? node
            : List.of(node.path("geometry"), node.path("coordinates"), node.path("geometries"));
    for (JsonNode one : within) {
      double[] point = one.isContainerNode() ? first(one) : null;
      if (point != null) {
        return point;
      }
    }
    return null;
  }

  /**
   * The code among a feature's attributes, whatever the attribute's case and type: a program that
   * takes it for a number writes it with a point or an exponent.
   */
  static String code(JsonNode properties) {
    JsonNode value = properties.path("code");
    if (value.isMissingNode() || value.isNull()) {
      value = named(properties).orElse(value);
    }
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    String text = value.asText("").strip();
    return text.equals("null")
        ? ""
        : text.matches("\\d+[.]0+") ? text.substring(0, text.indexOf('.')) : text;
  }

  private static Optional<JsonNode> named(JsonNode properties) {
    return properties.properties().stream()
        .filter(it -> ColumnNames.in(CODE, it.getKey()).isPresent())
        .map(Map.Entry::getValue)
        .findFirst()
        .or(
            () ->
                properties.properties().stream()
                    .filter(it -> isCut(it.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** "小区代" and half a character. */
  private static boolean isCut(String name) {
    int end = name.indexOf('\ufffd');
    String begin = end < 0 ? name : name.substring(0, end);
    return begin.length() >= SHORTEST_CUT
        && NAMES.stream()
            .anyMatch(full -> full.length() > begin.length() && full.startsWith(begin));
  }
}
