/**
 * Who may do what: the administrator, the sample accounts of the embedded database, and, in {@code
 * workflow}, what is set up for them in the engine.
 */
package org.censusflow.base.access;
