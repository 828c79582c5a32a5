/**
 * The doors of registration: one household over REST, whole files as jobs, and who may hand in
 * when.
 */
package org.censusflow.registration.submission;
