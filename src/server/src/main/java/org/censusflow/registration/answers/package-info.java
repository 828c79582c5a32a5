/**
 * What was answered: blocks, households and persons of a census. An answer is written once;
 * whatever changes later is a new version with its reason, its maker and its checker (Statistics
 * Law art. 7 and 40, census regulation art. 34).
 */
package org.censusflow.registration.answers;
