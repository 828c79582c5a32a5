/**
 * How the census is steered: policy questions with their opinions and answers, meetings of the
 * leading group, inspections, violations, and the matters that follow from them until they are
 * carried out.
 */
package org.censusflow.governance;
