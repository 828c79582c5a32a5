/** What the processes of the quality check ask of their module, and the rules of their tasks. */
package org.censusflow.postenumeration.quality.workflow;
