/** Similarity of two texts, character by character; pure functions. */
package org.censusflow.linkage.similarity;
