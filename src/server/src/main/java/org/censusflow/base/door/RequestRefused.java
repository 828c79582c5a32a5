package org.censusflow.base.door;

import org.springframework.security.web.firewall.RequestRejectedException;

/** A request that is refused for its form alone. The message is numbered, Chinese, and answered. */
final class RequestRefused extends RequestRejectedException {

  private static final long serialVersionUID = 1L;

  RequestRefused(String message) {
    super(message);
  }
}
