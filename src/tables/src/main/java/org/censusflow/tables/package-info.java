/**
 * Tables of counts: categories with their hierarchies, cells with all margins, whether they add up.
 */
package org.censusflow.tables;
