/**
 * The post-enumeration quality check: sample blocks that a higher office named, counted anew by
 * people who had no part in them. Nothing here changes a registration, and nothing computes a
 * share.
 */
package org.censusflow.postenumeration.quality;
