package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.preparation.RegisterRectificationProcess.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.test.context.TestPropertySource;

/** A police officer reports the register's counts by block in Tasklist. */
@TestPropertySource(properties = "censusflow.sample.enabled=false")
class CountRegisterBrowserIT extends SystemTest {

  private static final String BLOCK = "350205002001001";

  @TempDir private Path folder;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void anOfficerReadsWhatIsWrongWithAFileAndReportsAnotherOne() throws IOException {
    DepartmentCalls.aCensus(jdbc());
    deployed();
    browser.logInToTasklist(address(), "hc-public-security");
    browser.claim("公安按小区报数：嵩屿街道");

    report("1" + BLOCK);
    browser.see(By.xpath("//*[@role='alert'][contains(.,'小区代码')]"));
    browser.picture("count-register-refused");
    report(BLOCK);
    assertThat(browser.see(By.id("countTotals")).getText()).contains("100");
    browser.picture("count-register");
    browser.await(
        ExpectedConditions.elementToBeClickable(By.xpath("//button[normalize-space(.)='完成']")));
  }

  private void deployed() {
    engine()
        .getRuntimeService()
        .startProcessInstanceByKey(
            RegisterRectificationProcess.KEY,
            CENSUS + "/rectification",
            Map.of("district", "haicang", "censusId", CENSUS, "rectificationRequest", "样例要求"));
    await().until(() -> tasks(DEPLOY_RECTIFICATION).count() == 1);
    Task deployment = tasks(DEPLOY_RECTIFICATION).singleResult();
    String path = "/engine-rest/task/" + deployment.getId();
    Rest police = as("hc-public-security");
    police.post(path + "/claim", Map.of("userId", "hc-public-security"));
    Map<String, Object> form =
        Map.of(
            "rectificationDeployedOn", Map.of("value", "2020-02-03"),
            "stationsInvolved", Map.of("value", 4),
            "officersInvolved", Map.of("value", 40),
            "rectificationMeasures", Map.of("value", "样例办法"));
    assertThat(police.post(path + "/complete", Map.of("variables", form)).status()).isEqualTo(204);
    await().until(() -> tasks(COUNT_REGISTER).count() > 0);
  }

  private void report(String block) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("counts.csv"),
            "小区代码,户籍人口,流动人口,人户分离,应落未落,应销未销,港澳台居民,外籍人员\n" + block + ",100,20,10,1,1,2,1\n");
    browser.see(By.id("countFile")).sendKeys(file.toString());
    browser.click(By.id("sendCounts"));
  }
}
