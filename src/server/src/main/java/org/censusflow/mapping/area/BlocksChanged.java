package org.censusflow.mapping.area;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A boundary has changed. Published inside the transaction of the change, after areas, listing and
 * assignments have followed.
 *
 * @param version of the census's boundaries, from 1
 * @param accepted whether the office had accepted the areas, so that work may be running
 * @param created codes of new blocks
 * @param retired codes of blocks that are gone, with the block that took their work over
 * @param moved the dwellings that came to another block
 * @param by account
 * @param unplaced registered households that stayed in their block because the listing does not
 *     know their address; known when everybody has followed, 0 until then
 */
public record BlocksChanged(
    String censusId,
    String district,
    long changeId,
    int version,
    ChangeKind kind,
    boolean accepted,
    List<String> created,
    Map<String, String> retired,
    List<Moved> moved,
    String reason,
    String by,
    int unplaced) {

  /** Blocks whose ground grew. */
  public Set<String> gaining() {
    Set<String> gaining = new TreeSet<>(retired.values());
    moved.forEach(one -> gaining.add(one.to()));
    return gaining;
  }

  public BlocksChanged followed(int unplaced) {
    return new BlocksChanged(
        censusId, district, changeId, version, kind, accepted, created, retired, moved, reason, by,
        unplaced);
  }

  /**
   * A dwelling that came from one block to another.
   *
   * @param households that live there by the listing
   */
  public record Moved(String building, String dwelling, int households, String from, String to) {}

  /** What stands beside everything that follows the change; the change itself keeps the reason. */
  public String note() {
    return "边界变更第 " + version + " 号";
  }
}
