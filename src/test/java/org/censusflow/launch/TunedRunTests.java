package org.censusflow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The settings that a comparison runs with. */
class TunedRunTests {

  private static final long MEGABYTE = 1L << 20;

  @Test
  void smallFilesDoWithoutTheOptimisingCompiler() {
    assertThat(TunedRun.settings(150 * MEGABYTE, 6000 * MEGABYTE))
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  @Test
  void theSpaceForNewObjectsGrowsWithTheFilesButNotBeyondTheMachine() {
    assertThat(TunedRun.settings(1200 * MEGABYTE, 6000 * MEGABYTE))
        .contains("-Xmn960m")
        .doesNotContain("-XX:TieredStopAtLevel=1");
    assertThat(TunedRun.settings(9000 * MEGABYTE, 2000 * MEGABYTE)).contains("-Xmn500m");
  }
}
