/**
 * What a form asks, and what may be handed in with it: the fields of a Camunda Form or of an
 * embedded one, their types, and the faults of what was submitted.
 */
package org.censusflow.base.form;
