/**
 * The census forms as data: what they ask, which codes answers take, and which checks an answer has
 * to stand. Knows no database and no web.
 */
package org.censusflow.registration.form;
