/** Files of tables: CSV for people, JSON-stat 2 for programs, SDMX-CSV 2 for the office above. */
package org.censusflow.tables.format;
