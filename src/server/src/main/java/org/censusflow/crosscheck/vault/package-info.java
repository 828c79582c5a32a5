/**
 * What waits in quarantine: the parts of a file as they came, encrypted with the key of the house.
 */
package org.censusflow.crosscheck.vault;
