/**
 * A sample census: a population with known truth, departments that answer from its register files,
 * and an autopilot that plays the staff. Everything here is named as sample, stands behind the
 * interfaces that the real parts use, and runs only on the embedded database.
 */
package org.censusflow.sample;
