package org.censusflow.sample;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether sample staff do their work by themselves: {@code --censusflow.autopilot=true}, and {@code
 * --censusflow.autopilot.exit=true} to end the program when they are done. Read one by one, because
 * the first is also the prefix of the second, which a properties record cannot express.
 */
@Component
public class AutopilotSettings {

  private final boolean enabled;
  private final boolean exit;

  AutopilotSettings(Environment environment) {
    enabled = environment.getProperty("censusflow.autopilot", Boolean.class, false);
    exit = environment.getProperty("censusflow.autopilot.exit", Boolean.class, false);
  }

  /** Play the staff until the cross-check is signed. */
  public boolean enabled() {
    return enabled;
  }

  /** End the program then: 0 on success, 1 on an incident or an unfinished task. */
  public boolean exit() {
    return exit;
  }
}
