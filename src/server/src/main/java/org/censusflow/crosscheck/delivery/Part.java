package org.censusflow.crosscheck.delivery;

/** A part of a delivery's file as it arrived; numbers count from 1. */
record Part(int number, int bytes, String sha256) {}
