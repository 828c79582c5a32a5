/**
 * Reads spreadsheets (xlsx) that others made, for the server and for a department's gateway alike:
 * row by row, and only such as fit into memory.
 */
package org.censusflow.files;
