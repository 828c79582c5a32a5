/**
 * The rules of every user task and every start: who may claim, complete and reassign, what may be
 * handed in, who must not be the same person, who did what. Modules add their own {@link
 * org.censusflow.base.task.TaskRule}s.
 */
package org.censusflow.base.task;
