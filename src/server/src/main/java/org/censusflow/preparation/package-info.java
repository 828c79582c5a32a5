/**
 * The preparation phase: the member units' plans, the subdistricts' set-up, funds, staff and
 * publicity. {@link org.censusflow.preparation.PreparationFigures} says how far it has come.
 */
package org.censusflow.preparation;
