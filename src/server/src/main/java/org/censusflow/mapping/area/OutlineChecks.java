package org.censusflow.mapping.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.mapping.area.AreaFinding.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * No overlap, no gap. Neighbours are found by a tree of their extents, so that the work grows with
 * the number of blocks and not with its square.
 */
final class OutlineChecks {

  /**
   * Square metres that two drawings of one boundary may differ by. A line of 100 m that is off by
   * 20 cm makes twice as much: surveyed boundaries pass, hand-drawn ones do not.
   */
  static final double TOLERANCE = 10;

  private static final double METRES_OF_A_DEGREE = 111_319.49;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<AreaFinding> findings = new ArrayList<>();

  /**
   * @param outlines of subdistricts, areas and blocks, by code
   * @param blocks the blocks that have to be covered, virtual ones left out
   */
  static List<AreaFinding> check(Map<String, Outline> outlines, Collection<AreaBlock> blocks) {
    OutlineChecks checks = new OutlineChecks();
    List<Outline> drawn = new ArrayList<>();
    Map<String, List<Geometry>> byArea = new TreeMap<>();
    for (AreaBlock block : blocks) {
      Outline outline = outlines.get(block.code());
      if (outline == null) {
        checks.add(Kind.BLOCK_WITHOUT_OUTLINE, block.code(), "小区没有轮廓");
      } else {
        drawn.add(outline);
        byArea.computeIfAbsent(block.areaCode(), code -> new ArrayList<>()).add(outline.geometry());
        if (outline.provisional()) {
          checks.add(Kind.OUTLINE_PROVISIONAL, block.code(), "小区轮廓是拆分或者合并时的示意，请重新绘制");
        }
      }
    }
    checks.overlaps(drawn);
    checks.gaps(byArea, outlines);
    return checks.findings;
  }

  private void overlaps(List<Outline> drawn) {
    STRtree tree = new STRtree();
    for (int i = 0; i < drawn.size(); i++) {
      tree.insert(drawn.get(i).geometry().getEnvelopeInternal(), i);
    }
    for (int i = 0; i < drawn.size(); i++) {
      Outline one = drawn.get(i);
      List<?> near = tree.query(one.geometry().getEnvelopeInternal());
      for (Object index : near) {
        if ((Integer) index > i) {
          Outline other = drawn.get((Integer) index);
          Geometry common = overlay(one.geometry(), other.geometry(), OverlayNG.INTERSECTION);
          double area = squareMetres(common);
          if (area > TOLERANCE) {
            add(
                Kind.OVERLAP,
                one.code(),
                "与小区 %s 重叠约 %.0f 平方米%s".formatted(other.code(), area, at(common)));
          }
        }
      }
    }
  }

  private void gaps(Map<String, List<Geometry>> byArea, Map<String, Outline> outlines) {
    Map<String, List<Geometry>> bySubdistrict = new TreeMap<>();
    byArea.forEach(
        (area, blocks) -> {
          Geometry covered = OverlayNGRobust.union(blocks);
          Outline outline = outlines.get(area);
          compare(area, "普查区", covered, outline);
          Geometry whole = outline == null ? withoutHoles(covered) : outline.geometry();
          bySubdistrict.computeIfAbsent(area.substring(0, 9), code -> new ArrayList<>()).add(whole);
        });
    List<Geometry> parts = new ArrayList<>();
    bySubdistrict.forEach(
        (code, areas) -> {
          Geometry covered = OverlayNGRobust.union(areas);
          compare(code, "街道（乡镇）", covered, outlines.get(code));
          parts.add(withoutHoles(covered));
        });
    if (parts.size() > 1) {
      compare("", "全区", OverlayNGRobust.union(parts), null);
    }
  }

  /** Against the outline of the whole; without one, what is enclosed on all sides is a gap. */
  private void compare(String code, String what, Geometry covered, Outline outline) {
    Geometry whole = outline == null ? withoutHoles(covered) : outline.geometry();
    for (Geometry part : parts(overlay(whole, covered, OverlayNG.DIFFERENCE))) {
      add(Kind.GAP, code, "%s有约 %.0f 平方米不在任何小区%s".formatted(what, squareMetres(part), at(part)));
    }
    if (outline != null) {
      for (Geometry part : parts(overlay(covered, whole, OverlayNG.DIFFERENCE))) {
        add(
            Kind.OUTSIDE,
            code,
            "有约 %.0f 平方米画到%s以外%s".formatted(squareMetres(part), what, at(part)));
      }
    }
  }

  private static List<Geometry> parts(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (squareMetres(geometry.getGeometryN(i)) > TOLERANCE) {
        parts.add(geometry.getGeometryN(i));
      }
    }
    return parts;
  }

  static Geometry withoutHoles(Geometry geometry) {
    List<Polygon> filled = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        filled.add(FACTORY.createPolygon(polygon.getExteriorRing()));
      }
    }
    return FACTORY.createMultiPolygon(filled.toArray(Polygon[]::new));
  }

  private static Geometry overlay(Geometry one, Geometry other, int operation) {
    return OverlayNGRobust.overlay(one, other, operation);
  }

  static double squareMetres(Geometry geometry) {
    if (geometry.isEmpty()) {
      return 0;
    }
    double latitude = Math.toRadians(geometry.getEnvelopeInternal().centre().getY());
    return geometry.getArea() * METRES_OF_A_DEGREE * METRES_OF_A_DEGREE * Math.cos(latitude);
  }

  private static String at(Geometry geometry) {
    Coordinate point = geometry.getInteriorPoint().getCoordinate();
    return String.format(Locale.ROOT, "，在经度 %.6f、纬度 %.6f 附近", point.getX(), point.getY());
  }

  private void add(Kind kind, String code, String text) {
    findings.add(new AreaFinding(kind, code, text));
  }
}
