package org.censusflow.mapping.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.files.Notes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads outlines from GeoJSON (RFC 7946). Feature by feature, so that each fault names its feature;
 * what is read is small enough that a tree of it does no harm.
 */
public final class OutlineFileReader {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The mainland's and the islands' extremes, rounded outwards, in degrees. */
  static final double WEST = 73, EAST = 136, SOUTH = 3, NORTH = 54;

  private static final int LONGEST_WKT = 900_000;

  record Row(String code, String subdistrict, Geometry geometry) {}

  private static final class BadShape extends Exception {
    private static final long serialVersionUID = 1L;

    BadShape(String reason) {
      super(reason);
    }
  }

  private OutlineFileReader() {}

  /**
   * @param notes gets what was noticed and done about it
   */
  static List<Row> read(
      String text, RowCheck check, Set<String> known, Faults faults, Notes notes) {
    JsonNode features = GeoJsonFile.features(text, faults);
    if (features == null) {
      return List.of();
    }
    Map<String, List<Polygon>> parts = new LinkedHashMap<>();
    Map<String, String> subdistricts = new HashMap<>();
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      String code = GeoJsonFile.code(feature.path("properties"));
      int digits = code.length() == 9 || code.length() == 12 ? code.length() : 15;
      String subdistrict = check.subdistrict(number, code, digits, "轮廓的代码（code）");
      if (subdistrict == null) {
        continue;
      }
      if (!known.contains(code)) {
        faults.add(number, code, "没有这个街道、普查区或者小区");
      }
      try {
        List<Polygon> own = polygons(feature.path("geometry"));
        checkShape(FACTORY.createMultiPolygon(own.toArray(Polygon[]::new)));
        parts.computeIfAbsent(code, key -> new ArrayList<>()).addAll(own);
        subdistricts.put(code, subdistrict);
      } catch (BadShape e) {
        faults.add(number, code, e.getMessage());
      }
    }
    int joined = number - parts.size();
    if (joined > 0 && !faults.any()) {
      notes.line("有 " + joined + " 个要素的代码与前面的相同，已合并为同一轮廓");
    }
    return outlines(parts, subdistricts, faults);
  }

  /** One outline a code: features of the same code are its parts. */
  private static List<Row> outlines(
      Map<String, List<Polygon>> parts, Map<String, String> subdistricts, Faults faults) {
    List<Row> outlines = new ArrayList<>();
    parts.forEach(
        (code, polygons) -> {
          Geometry shape =
              polygons.size() == 1
                  ? polygons.get(0)
                  : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
          if (new IsValidOp(shape).isValid()) {
            outlines.add(new Row(code, subdistricts.get(code), shape));
          } else {
            faults.add(0, code, "轮廓重复：同一代码的几个要素互相重叠，请合并为一个（MultiPolygon）");
          }
        });
    return outlines;
  }

  private static List<Polygon> polygons(JsonNode geometry) throws BadShape {
    JsonNode coordinates = geometry.path("coordinates");
    List<Polygon> parts = new ArrayList<>();
    switch (geometry.path("type").asText("")) {
      case "Polygon" -> parts.add(polygon(coordinates));
      case "MultiPolygon" -> {
        for (JsonNode part : coordinates) {
          parts.add(polygon(part));
        }
      }
      case "GeometryCollection" -> {
        for (JsonNode part : geometry.path("geometries")) {
          parts.addAll(polygons(part));
        }
      }
      case "" -> throw new BadShape("没有图形（geometry 为空）");
      default -> throw new BadShape("轮廓应为 Polygon 或者 MultiPolygon");
    }
    return parts;
  }

  private static void checkShape(Geometry shape) throws BadShape {
    if (shape.isEmpty()) {
      throw new BadShape("轮廓没有坐标");
    }
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      throw new BadShape("轮廓自相交或者不闭合，位置约为经度 %.6f、纬度 %.6f".formatted(at.getX(), at.getY()));
    }
    if (shape.getNumPoints() * 40L > LONGEST_WKT) {
      throw new BadShape("轮廓的点太多（%d 个），请抽稀".formatted(shape.getNumPoints()));
    }
  }

  private static Polygon polygon(JsonNode rings) throws BadShape {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new BadShape("轮廓没有坐标");
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private static LinearRing ring(JsonNode points) throws BadShape {
    Coordinate[] ring = new Coordinate[points.size()];
    for (int i = 0; i < ring.length; i++) {
      JsonNode point = points.get(i);
      if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
        throw new BadShape("第 %d 个点不是一对数字".formatted(i + 1));
      }
      double x = point.get(0).asDouble();
      double y = point.get(1).asDouble();
      if (!(x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH)) {
        throw new BadShape("第 %d 个点不在国内：坐标应为经度、纬度（度）".formatted(i + 1));
      }
      ring[i] = new Coordinate(x, y);
    }
    if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
      throw new BadShape("轮廓不闭合：第一个点和最后一个点应相同，至少四个点");
    }
    return FACTORY.createLinearRing(ring);
  }
}
