/**
 * How complete and how right a count is, from an independent survey of some or all of its blocks:
 * population by two lists, its variance where people are missed block by block, coverage error and
 * content error. Plain Java: counts in, figures out.
 *
 * <p>Sources are named by letters: [CD] C. Chandrasekar and W. E. Deming, "On a method of
 * estimating birth and death rates and the extent of registration", JASA 44 (1949); [C] D. G.
 * Chapman, "Some properties of the hypergeometric distribution with applications to zoological
 * sample censuses" (1951); [S] G. A. F. Seber, "The Estimation of Animal Abundance" (1982), chapter
 * 3; [W] K. M. Wolter, "Introduction to Variance Estimation" (2007), chapter 4; [N] E.-S. Nour, "On
 * the estimation of the total number of vital events with data from dual collection systems", JRSS
 * A 145 (1982); [UN] United Nations, "Post Enumeration Surveys: Operational Guidelines" (2010).
 */
package org.censusflow.coverage;
