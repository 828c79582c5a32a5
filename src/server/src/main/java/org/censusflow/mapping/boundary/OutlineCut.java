package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Slices an outline across its longer side into shares of its ground. A sketch: it keeps a split
 * district without gap and overlap until somebody has drawn the true line.
 */
final class OutlineCut {

  private static final int STEPS = 40;

  private OutlineCut() {}

  /**
   * @param shares how much ground each slice gets, relative to each other
   */
  static List<Geometry> slices(Geometry whole, double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    List<Geometry> slices = new ArrayList<>();
    Geometry rest = whole;
    double left = sum;
    for (int i = 0; i < shares.length - 1; i++) {
      Geometry slice = slice(rest, shares[i] / left);
      slices.add(slice);
      rest = OverlayNGRobust.overlay(rest, slice, OverlayNG.DIFFERENCE);
      left -= shares[i];
    }
    slices.add(rest);
    return slices;
  }

  private static Geometry slice(Geometry geometry, double share) {
    Envelope extent = geometry.getEnvelopeInternal();
    boolean wide = extent.getWidth() >= extent.getHeight();
    double low = 0;
    double high = 1;
    Geometry slice = geometry;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      slice =
          OverlayNGRobust.overlay(
              geometry, box(extent, wide, middle, geometry.getFactory()), OverlayNG.INTERSECTION);
      if (slice.getArea() < geometry.getArea() * share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return slice;
  }

  private static Geometry box(Envelope extent, boolean wide, double part, GeometryFactory factory) {
    Envelope box =
        wide
            ? new Envelope(
                extent.getMinX(),
                extent.getMinX() + extent.getWidth() * part,
                extent.getMinY(),
                extent.getMaxY())
            : new Envelope(
                extent.getMinX(),
                extent.getMaxX(),
                extent.getMinY(),
                extent.getMinY() + extent.getHeight() * part);
    return factory.toGeometry(box);
  }
}
