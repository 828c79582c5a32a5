/** Violations of the statistics law: reports, investigation, sanction, notice. */
package org.censusflow.governance.violation;
