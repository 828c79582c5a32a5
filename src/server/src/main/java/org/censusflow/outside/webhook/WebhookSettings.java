package org.censusflow.outside.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who is told of what. */
@ConfigurationProperties("censusflow")
record WebhookSettings(@DefaultValue List<Target> webhooks) {

  private static final int SHORTEST_SECRET = 32;

  /**
   * @param name what logs and lists call the target
   * @param secret with which messages are signed
   * @param events types of events; empty for all
   */
  record Target(
      String name, URI url, String secret, String district, @DefaultValue Set<String> events) {

    boolean wants(String event) {
      return events.isEmpty() || events.contains(event);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return name + " " + url;
    }
  }

  /** Stops the start with everything that is wrong, rather than losing messages later. */
  WebhookSettings {
    List<String> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Target target : webhooks) {
      String name = target.name();
      if (name == null || name.isBlank() || !names.add(name)) {
        faults.add("every webhook needs a name of its own");
      }
      if (target.url() == null || target.url().getHost() == null || !isSafe(target.url())) {
        faults.add(name + ": url has to be https, or http on this machine");
      }
      if (target.secret() == null || target.secret().length() < SHORTEST_SECRET) {
        faults.add(name + ": secret has to have " + SHORTEST_SECRET + " characters or more");
      }
      if (target.district() == null || target.district().isBlank()) {
        faults.add(name + ": district is missing");
      }
      target.events().stream()
          .filter(event -> !EventType.CODES.contains(event))
          .forEach(event -> faults.add(name + ": unknown event " + event));
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "CF-E670 censusflow.webhooks: " + String.join("; ", faults));
    }
  }

  private static boolean isSafe(URI url) {
    return "https".equals(url.getScheme())
        || Set.of("localhost", "127.0.0.1", "::1").contains(url.getHost());
  }
}
