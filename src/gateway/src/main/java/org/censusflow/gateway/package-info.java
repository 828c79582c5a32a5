/**
 * The department's side of a delivery: a program that runs there, pulls the requests to its own
 * unit, reads the records from a file or a database, and uploads them. It knows neither the engine
 * nor the server's classes (what reads a spreadsheet is nobody's); all that passes goes over REST.
 */
package org.censusflow.gateway;
