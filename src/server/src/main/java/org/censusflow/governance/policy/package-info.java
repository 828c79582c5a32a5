/** Policy questions, the opinions of units, and the published answers. */
package org.censusflow.governance.policy;
