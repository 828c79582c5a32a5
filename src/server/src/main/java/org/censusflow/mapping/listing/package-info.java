/**
 * The office's own files of areas, blocks, dwellings and outlines, until the office accepts them.
 */
package org.censusflow.mapping.listing;
