/** Sets up tenants, groups, rights, filters and accounts in the engine, as the files say. */
package org.censusflow.base.access.workflow;
