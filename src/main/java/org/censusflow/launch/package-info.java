/** How the packed program starts; stands at the top of the jar, before any other class is there. */
package org.censusflow.launch;
