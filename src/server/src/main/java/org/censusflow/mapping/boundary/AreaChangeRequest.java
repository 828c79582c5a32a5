package org.censusflow.mapping.boundary;

import java.util.List;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Written;

/**
 * A change that somebody asks for.
 *
 * @param kind {@code split}, {@code merge} or {@code move}
 * @param block the block that is cut, stays, or receives
 * @param blocks for a merge: those that go
 * @param buildings for a split: those that get a block of their own, none to cut by the norm; for a
 *     move: those that come
 */
record AreaChangeRequest(
    @Coded String kind,
    @Coded String block,
    @Coded List<String> blocks,
    @Coded List<String> buildings,
    @Written("变更理由") String reason) {}
