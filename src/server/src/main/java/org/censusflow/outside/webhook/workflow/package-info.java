/** What the processes tell other programs of. */
package org.censusflow.outside.webhook.workflow;
