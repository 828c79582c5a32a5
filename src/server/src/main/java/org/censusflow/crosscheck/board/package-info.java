/** Where every request stands, for the office and for the department itself. */
package org.censusflow.crosscheck.board;
