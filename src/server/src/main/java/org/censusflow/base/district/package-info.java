/**
 * Who and when: a district's units, posts, duties, supplies, subdistricts, windows, deadlines and
 * the working-day calendar, read from the district's file. {@link
 * org.censusflow.base.district.Districts} is the way in.
 */
package org.censusflow.base.district;
