/** The gateway's side of the engine: pulling requests with the engine's own client. */
package org.censusflow.gateway.workflow;
