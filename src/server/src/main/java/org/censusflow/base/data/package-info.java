/** How the rooms write to the data plane, where they all do it alike. */
package org.censusflow.base.data;
