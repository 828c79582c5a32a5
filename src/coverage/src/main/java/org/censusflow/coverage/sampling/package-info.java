/**
 * Which blocks are looked at again: a stratified draw with probability proportional to size, and
 * what it will be able to tell, before it is made.
 */
package org.censusflow.coverage.sampling;
