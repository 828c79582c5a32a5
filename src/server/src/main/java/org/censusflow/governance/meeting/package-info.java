/** Meetings of the leading group and what they decided. */
package org.censusflow.governance.meeting;
