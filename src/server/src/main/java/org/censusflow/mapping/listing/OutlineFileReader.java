package org.censusflow.mapping.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The mainland's and the islands' extremes, rounded outwards, in degrees. */
  private static final double WEST = 73, EAST = 136, SOUTH = 3, NORTH = 54;

  private static final int LONGEST_WKT = 900_000;

  record Row(String code, String subdistrict, Geometry geometry) {}

  private static final class BadShape extends Exception {
    private static final long serialVersionUID = 1L;

    BadShape(String reason) {
      super(reason);
    }
  }

  private OutlineFileReader() {}

  static List<Row> read(String text, RowCheck check, Set<String> known, Faults faults) {
    List<Row> outlines = new ArrayList<>();
    JsonNode features;
    try {
      features = JSON.readTree(text).path("features");
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      faults.add((int) line, "", "不是完整的 GeoJSON 文件");
      return outlines;
    }
    if (!features.isArray() || features.isEmpty()) {
      faults.file("不是 GeoJSON 要素集合（FeatureCollection），或者没有要素");
      return outlines;
    }
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      String code = feature.path("properties").path("code").asText("");
      int digits = code.length() == 9 || code.length() == 12 ? code.length() : 15;
      String subdistrict = check.subdistrict(number, code, digits, "轮廓的代码（code）");
      if (subdistrict == null) {
        continue;
      }
      if (!known.contains(code)) {
        faults.add(number, code, "没有这个街道、普查区或者小区");
      }
      if (!seen.add(code)) {
        faults.add(number, code, "轮廓重复");
      }
      try {
        outlines.add(new Row(code, subdistrict, shape(feature.path("geometry"))));
      } catch (BadShape e) {
        faults.add(number, code, e.getMessage());
      }
    }
    return outlines;
  }

  private static Geometry shape(JsonNode geometry) throws BadShape {
    JsonNode coordinates = geometry.path("coordinates");
    Geometry shape =
        switch (geometry.path("type").asText("")) {
          case "Polygon" -> polygon(coordinates);
          case "MultiPolygon" -> {
            List<Polygon> parts = new ArrayList<>();
            for (JsonNode part : coordinates) {
              parts.add(polygon(part));
            }
            yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
          }
          default -> throw new BadShape("轮廓应为 Polygon 或者 MultiPolygon");
        };
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
    return shape;
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
