package org.censusflow.governance.workflow;

import org.censusflow.StaffScene;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/** Sample staff do governance's tasks while the census is being prepared. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:governance;DB_CLOSE_DELAY=-1")
abstract class GovernanceScene extends StaffScene {

  @BeforeEach
  void setTheClock() {
    now("2020-10-12T01:00:00Z");
  }
}
