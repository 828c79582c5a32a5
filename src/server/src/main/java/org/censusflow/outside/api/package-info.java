/**
 * The description of the project's own web interface: {@code docs/openapi.yaml}, which a test keeps
 * true to what the program serves.
 */
package org.censusflow.outside.api;
