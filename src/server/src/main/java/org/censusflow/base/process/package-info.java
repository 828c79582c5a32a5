/**
 * What code calls the processes, a holder each, in the folders of {@code processes}: the key, the
 * tasks of people and those others that code names, the messages. A test holds them to the models.
 */
package org.censusflow.base.process;
