package org.censusflow.base.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One clock for the whole program: the engine's, so that a test that moves time moves it for the
 * data plane as well.
 */
@Configuration
class TimeConfiguration {

  @Bean
  Clock clock() {
    return new EngineClock(ZoneId.of("Asia/Shanghai"));
  }

  private static final class EngineClock extends Clock {

    private final ZoneId zone;

    private EngineClock(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new EngineClock(other);
    }

    @Override
    public Instant instant() {
      return ClockUtil.getCurrentTime().toInstant();
    }
  }
}
