/** Areas and assignments as processes and tasks see them. */
package org.censusflow.area.workflow;
