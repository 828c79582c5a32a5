/**
 * Reads what people hand in, for the server, a department's gateway and the command line of the
 * linker alike: tables in text and spreadsheets, in the encodings, dates and numbers that offices
 * write, within bounds; says what was noticed; and writes rows where many go at once.
 */
package org.censusflow.files;
