/**
 * Takes in files of registrations: read row by row, held against the checks, stored in chunks that
 * carry their checkpoint with them. Plain JDBC, so that a measurement needs no server.
 */
package org.censusflow.registration.intake;
