package org.censusflow.mapping.boundary;

import java.util.Collection;
import java.util.List;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.Outline;
import org.censusflow.mapping.area.OutlineStore;
import org.censusflow.mapping.boundary.BlockProposal.Part;
import org.censusflow.mapping.boundary.ChangeRecord.State;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/**
 * Keeps the outlines of changed blocks without gap and overlap. What comes out is a sketch and
 * marked as one.
 */
@Component
public class BoundaryOutlines {

  private final OutlineStore outlines;

  public BoundaryOutlines(OutlineStore outlines) {
    this.outlines = outlines;
  }

  State state(String censusId, AreaBlock block) {
    return new State(block.households(), block.persons(), drawn(censusId, block.code()));
  }

  Geometry drawn(String censusId, String code) {
    return outlines.of(censusId, List.of(code)).stream()
        .map(Outline::geometry)
        .findFirst()
        .orElse(null);
  }

  /** Cuts the outline of a block by the households of its parts. */
  void cut(String censusId, AreaBlock whole, List<Part> parts) {
    Geometry drawn = drawn(censusId, whole.code());
    if (drawn == null) {
      return;
    }
    double[] shares = parts.stream().mapToDouble(part -> Math.max(1, part.households())).toArray();
    List<Geometry> slices = OutlineCut.slices(drawn, shares);
    for (int i = 0; i < shares.length; i++) {
      outlines.put(
          censusId, whole.subdistrict(), new Outline(parts.get(i).code(), slices.get(i), true));
    }
  }

  void join(String censusId, AreaBlock stays, List<String> codes) {
    List<Outline> drawn = outlines.of(censusId, codes);
    codes.forEach(code -> outlines.remove(censusId, code));
    if (!drawn.isEmpty()) {
      Geometry whole = OverlayNGRobust.union(drawn.stream().map(Outline::geometry).toList());
      boolean sketch = drawn.size() < codes.size() || drawn.stream().anyMatch(Outline::provisional);
      outlines.put(censusId, stays.subdistrict(), new Outline(stays.code(), whole, sketch));
    }
  }

  /** Marks the outlines between which buildings have moved: nobody knows yet where the line is. */
  void redraw(String censusId, Collection<String> codes) {
    outlines.markProvisional(censusId, codes);
  }
}
