/** Inspections of subdistricts and units, and what they found. */
package org.censusflow.governance.inspection;
