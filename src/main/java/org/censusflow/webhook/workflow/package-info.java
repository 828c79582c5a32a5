/** What the processes tell other programs of. */
package org.censusflow.webhook.workflow;
