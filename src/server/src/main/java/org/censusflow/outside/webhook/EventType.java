package org.censusflow.outside.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What other programs can be told of. */
public enum EventType {
  REQUEST_SENT,
  DELIVERY_RECEIVED,
  PHASE_OPENED,
  CROSS_CHECK_SIGNED;

  static final Set<String> CODES =
      Arrays.stream(values()).map(EventType::code).collect(Collectors.toUnmodifiableSet());

  /** As it stands in messages and settings, such as {@code request-sent}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
