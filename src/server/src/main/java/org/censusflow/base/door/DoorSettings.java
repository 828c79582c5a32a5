package org.censusflow.base.door;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which names the program is reached.
 *
 * @param hosts names that a request may name as its host, beside this machine's own
 * @param https whether everybody comes by https, which a proxy ends
 */
@ConfigurationProperties("censusflow")
record DoorSettings(@DefaultValue List<String> hosts, @DefaultValue("false") boolean https) {

  private static final List<String> THIS_MACHINE =
      List.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  DoorSettings {
    hosts =
        hosts.stream()
            .map(it -> it.strip().toLowerCase(Locale.ROOT))
            .filter(it -> !it.isEmpty())
            .toList();
  }

  boolean serves(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return THIS_MACHINE.contains(name) || hosts.contains(name);
  }
}
