/**
 * The field work of the registration phase and how far it is: blocks, visits to households, the
 * supervisors' rechecks, acceptance from block to district, and the figures of all of it. Knows
 * households by their number in the block and persons by their count.
 */
package org.censusflow.registration.field;
