/** What process models ask of the district of their instance, as beans for expressions. */
package org.censusflow.base.instance;
