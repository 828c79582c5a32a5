/** Who gets the long form, and who answers by itself. */
package org.censusflow.registration.longform;
