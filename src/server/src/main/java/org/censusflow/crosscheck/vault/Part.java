package org.censusflow.crosscheck.vault;

/** A part of a delivery's file as it arrived; numbers count from 1. */
public record Part(int number, int bytes, String sha256) {}
