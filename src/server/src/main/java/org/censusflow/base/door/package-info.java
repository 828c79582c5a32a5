/**
 * What every web request passes before anything answers it: the two security chains, the firewall,
 * limits of bodies, and the pages and bodies of refusals.
 */
package org.censusflow.base.door;
