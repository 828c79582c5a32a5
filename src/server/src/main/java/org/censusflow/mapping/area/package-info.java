/**
 * Where the census is taken: census areas (普查区), blocks (普查小区), buildings and dwellings from the
 * office's own files, whether they are ready, how they change, and who works in them.
 *
 * <p>Other modules read through {@link org.censusflow.mapping.area.Areas} and {@link
 * org.censusflow.mapping.area.Assignments} and follow {@link
 * org.censusflow.mapping.area.BlocksChanged} and {@link
 * org.censusflow.mapping.area.WorkHandedOver}, which are published inside the transaction of the
 * change: a follower that fails undoes the change.
 */
package org.censusflow.mapping.area;
