package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.censusflow.base.district.Districts;
import org.censusflow.registration.field.FieldPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Those who steer the registration find its progress in Tasklist. */
@TestPropertySource(properties = "censusflow.sample.enabled=false")
class ProgressBrowserIT extends SystemTest {

  private static final String AREA = "350205002001";

  @Autowired private FieldPhase phase;
  @Autowired private Districts districts;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void aSupervisorFollowsTheLinkToTheOwnSubdistrictAndOnToABlock() throws IOException {
    DepartmentCalls.aCensus(jdbc());
    block("001");
    block("002");
    phase.open(CENSUS, districts.require("haicang"));
    browser.logInToTasklist(address(), "hc-songyu-supervisor-1");
    browser.open(browser.see(By.id("registration-progress")).getAttribute("href"));
    assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("嵩屿街道登记进度");
    browser.click(By.linkText("样例社区"));
    browser.picture("progress");
    assertThat(browser.see(By.tagName("nav")).getText()).isEqualTo("嵩屿街道 ›");
    browser.click(By.linkText("样例社区 002 小区"));
    assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("样例社区 002 小区登记进度");
  }

  private void block(String number) {
    jdbc()
        .sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            values (?, ?, 'songyu', ?, '样例社区', '样例路')
            """)
        .params(CENSUS, AREA + number, AREA)
        .update();
  }
}
