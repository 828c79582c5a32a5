/** What the departments are asked for, until when, and how their columns are named. */
package org.censusflow.crosscheck.request;
