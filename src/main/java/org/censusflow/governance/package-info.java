/**
 * The little code that the governance processes need: policy questions with their opinions and
 * answers.
 */
package org.censusflow.governance;
