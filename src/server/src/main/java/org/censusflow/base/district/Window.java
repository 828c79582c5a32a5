package org.censusflow.base.district;

import java.time.LocalDate;

/**
 * When a phase or step of the census runs.
 *
 * @param phase key, e.g. {@code cross-checking}
 * @param name what staff see
 * @param from first day
 * @param to last day, included
 */
public record Window(String phase, String name, LocalDate from, LocalDate to) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
