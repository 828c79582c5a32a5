/**
 * What may reach the engine from outside: the list of open operations ({@code
 * engine-operations.yaml}), the filters that hold every request against it, and the interceptors
 * that hold every command of such a request against it once more.
 */
package org.censusflow.base.operations;
