/**
 * What the processes of publication and retention ask of their module, and the rules of their
 * tasks.
 */
package org.censusflow.postenumeration.publication.workflow;
