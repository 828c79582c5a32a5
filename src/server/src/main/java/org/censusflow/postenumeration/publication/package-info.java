/**
 * The census material after the count: figures and their release, the archive, and the destruction
 * of what identifies people.
 */
package org.censusflow.postenumeration.publication;
