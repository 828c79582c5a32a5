package org.censusflow.mapping.area;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes outlines as a GeoJSON feature collection (RFC 7946), as they are read. */
public final class GeoJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GeoJson() {}

  public static String of(List<Outline> outlines) {
    ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Outline outline : outlines) {
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature
          .putObject("properties")
          .put("code", outline.code())
          .put("provisional", outline.provisional());
      ObjectNode geometry = feature.putObject("geometry").put("type", "MultiPolygon");
      ArrayNode parts = geometry.putArray("coordinates");
      Geometry shape = outline.geometry();
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        if (shape.getGeometryN(i) instanceof Polygon polygon) {
          polygon(parts.addArray(), polygon);
        }
      }
    }
    return collection.toString();
  }

  private static void polygon(ArrayNode rings, Polygon polygon) {
    ring(rings.addArray(), polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(rings.addArray(), polygon.getInteriorRingN(i));
    }
  }

  private static void ring(ArrayNode points, LinearRing ring) {
    for (Coordinate point : ring.getCoordinates()) {
      points.addArray().add(point.getX()).add(point.getY());
    }
  }
}
