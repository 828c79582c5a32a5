/** Accounts at the door: passwords, delays after wrong ones, sessions of the web applications. */
package org.censusflow.base.login;
