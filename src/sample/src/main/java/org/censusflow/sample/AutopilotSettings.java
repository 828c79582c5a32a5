package org.censusflow.sample;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether sample staff do their work by themselves: {@code --censusflow.autopilot=true} for the
 * cross-check, {@code --censusflow.autopilot=whole} for the whole census with moved time, and
 * {@code --censusflow.autopilot.exit=true} to end the program when they are done. Read one by one,
 * because the first is also the prefix of the second, which a properties record cannot express.
 */
@Component
public class AutopilotSettings {

  private static final String WHOLE = "whole";

  private final boolean enabled;
  private final boolean whole;
  private final boolean exit;

  AutopilotSettings(Environment environment) {
    String what = environment.getProperty("censusflow.autopilot", "false");
    whole = WHOLE.equals(what);
    enabled = whole || Boolean.parseBoolean(what);
    exit = environment.getProperty("censusflow.autopilot.exit", Boolean.class, false);
  }

  /** Play the staff, at least until the cross-check is signed. */
  public boolean enabled() {
    return enabled;
  }

  /** Play the whole census, from the preparation's first day on. */
  public boolean whole() {
    return whole;
  }

  /** End the program then: 0 on success, 1 on an incident or an unfinished task. */
  public boolean exit() {
    return exit;
  }
}
