/**
 * Where the census is taken: census areas (普查区), blocks (普查小区), buildings, dwellings and outlines,
 * and whether they are ready.
 *
 * <p>Other modules read through {@link org.censusflow.mapping.area.Areas} and {@link
 * org.censusflow.mapping.assignment.Assignments} and follow {@link
 * org.censusflow.mapping.area.BlocksChanged} and {@link
 * org.censusflow.mapping.assignment.WorkHandedOver}, which are published inside the transaction of
 * the change: a follower that fails undoes the change.
 */
package org.censusflow.mapping.area;
