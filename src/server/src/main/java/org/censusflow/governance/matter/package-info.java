/** Matters that somebody has to settle, until they are settled. */
package org.censusflow.governance.matter;
