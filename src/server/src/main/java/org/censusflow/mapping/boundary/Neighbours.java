package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.Outline;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Which blocks lie side by side: by their outlines, or by their numbers where nothing is drawn. */
public final class Neighbours {

  /** About a metre, in degrees: two drawings of one line are not the same line. */
  private static final double NEAR = 1e-5;

  /** A common edge of about ten metres; corners are no neighbours. */
  private static final double EDGE = NEAR * 1e-4;

  private final Map<String, Geometry> drawn = new HashMap<>();
  private final Map<String, AreaBlock> blocks = new HashMap<>();
  private final STRtree tree = new STRtree();

  Neighbours(Collection<AreaBlock> blocks, Map<String, Outline> outlines) {
    for (AreaBlock block : blocks) {
      this.blocks.put(block.code(), block);
      Outline outline = outlines.get(block.code());
      if (outline != null) {
        drawn.put(block.code(), outline.geometry());
        tree.insert(outline.geometry().getEnvelopeInternal(), block.code());
      }
    }
    tree.build();
  }

  List<AreaBlock> of(AreaBlock block) {
    List<AreaBlock> found = new ArrayList<>();
    Geometry own = drawn.get(block.code());
    if (own == null) {
      int number = AreaBlock.number(block.code());
      addNumber(found, block, number - 1);
      addNumber(found, block, number + 1);
      return found;
    }
    Geometry wider = own.buffer(NEAR, 1);
    Envelope extent = wider.getEnvelopeInternal();
    for (Object code : tree.query(extent)) {
      if (!code.equals(block.code())
          && wider.intersection(drawn.get((String) code)).getArea() > EDGE) {
        found.add(blocks.get((String) code));
      }
    }
    return found;
  }

  private void addNumber(List<AreaBlock> found, AreaBlock block, int number) {
    AreaBlock other = blocks.get(block.areaCode() + "%03d".formatted(number));
    if (other != null) {
      found.add(other);
    }
  }
}
