/** The steps behind {@code Registration}, {@code AreaRegistration} and their acceptance. */
package org.censusflow.registration.field.workflow;
