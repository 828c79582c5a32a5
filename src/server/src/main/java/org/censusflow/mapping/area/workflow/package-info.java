/** Areas and assignments as processes and tasks see them. */
package org.censusflow.mapping.area.workflow;
