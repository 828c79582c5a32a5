/** How far the registration is, as answer and as page. */
package org.censusflow.registration.progress;
