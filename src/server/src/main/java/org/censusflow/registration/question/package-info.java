/**
 * Whatever changes an answer after it was given: questions back to the household, and the
 * corrections that they and the cross-check lead to. Every change is a new version.
 */
package org.censusflow.registration.question;
