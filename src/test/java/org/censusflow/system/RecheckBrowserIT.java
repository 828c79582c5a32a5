package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.access.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;

/** An enumerator's morning: log in, open a recheck, settle its differences, complete it. */
class RecheckBrowserIT extends SystemTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Outcomes that need no further answer of the household. */
  private static final Set<String> PLAIN_OUTCOMES =
      Set.of("居住在区外", "非本区常住", "普查登记无误", "确无证件号码", "查无此人");

  @Autowired private SampleAccounts accounts;

  private ChromeDriver browser;
  private WebDriverWait patience;

  @BeforeEach
  void openTheBrowser() throws IOException {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!there && Boolean.parseBoolean(System.getenv("CENSUSFLOW_BROWSER_REQUIRED"))) {
      fail("Chromium and its driver are required here and are not installed");
    }
    assumeTrue(there, "Chromium and its driver are not installed: the browser test is skipped");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=zh-CN",
        "--window-size=1500,1200",
        "--user-data-dir=" + Files.createTempDirectory("browser"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    patience = new WebDriverWait(browser, PATIENCE);
  }

  @AfterEach
  void closeTheBrowser() throws IOException {
    if (browser != null) {
      Files.write(Path.of("target", "recheck.png"), browser.getScreenshotAs(OutputType.BYTES));
      browser.quit();
    }
  }

  @Test
  void anEnumeratorSettlesADifferenceAndItIsGone() {
    awaitRechecks();
    Task task = smallest(tasks("Task_VerifyByEnumerator").list());
    logIn(enumeratorOf(task));

    click(By.xpath("//li[contains(@class,'task')][contains(.,'" + task.getName() + "')]"));
    click(By.xpath("//*[contains(@class,'claim')][contains(normalize-space(.),'认领')]"));
    patience.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".difference")));

    int all = browser.findElements(By.cssSelector(".difference")).size();
    assertThat(progress()).contains("0 / " + all);
    for (int i = 0; i < all; i++) {
      settle(browser.findElements(By.cssSelector(".difference")).get(i));
      int done = i + 1;
      patience.until(page -> progress().contains(done + " / " + all));
    }

    click(By.xpath("//button[normalize-space(.)='完成'][not(@disabled)]"));
    patience.until(
        ExpectedConditions.invisibilityOfElementLocated(
            By.xpath("//li[contains(@class,'task')][contains(.,'" + task.getName() + "')]")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        engine()
                            .getHistoryService()
                            .createHistoricTaskInstanceQuery()
                            .taskId(task.getId())
                            .finished()
                            .count())
                    .isOne());
  }

  private Task smallest(List<Task> open) {
    return open.stream()
        .min(Comparator.comparingInt(task -> Integer.parseInt(variable(task, "enumeratorCount"))))
        .orElseThrow();
  }

  private String enumeratorOf(Task task) {
    String group = "haicang-" + variable(task, "subdistrict") + "-enumerators";
    return accounts.inGroup(group).get(0).user();
  }

  private void logIn(String user) {
    browser.get(address() + "/camunda/app/tasklist/default/");
    patience
        .until(ExpectedConditions.elementToBeClickable(By.cssSelector("input[type=text]")))
        .sendKeys(user);
    browser.findElement(By.cssSelector("input[type=password]")).sendKeys("Census-2020");
    browser.findElement(By.cssSelector("button[type=submit]")).click();
  }

  private void click(By what) {
    patience.until(ExpectedConditions.elementToBeClickable(what)).click();
  }

  private String progress() {
    return browser.findElement(By.cssSelector(".area-recheck [aria-live]")).getText();
  }

  private void settle(WebElement difference) {
    Select outcome = new Select(difference.findElement(By.tagName("select")));
    String plain =
        outcome.getOptions().stream()
            .map(WebElement::getText)
            .filter(PLAIN_OUTCOMES::contains)
            .findFirst()
            .orElseThrow();
    outcome.selectByVisibleText(plain);
    difference.findElement(By.cssSelector("input[id^=reason]")).sendKeys("入户见到本人并核对");
    WebElement save = difference.findElement(By.cssSelector("button[id^=save]"));
    patience.until(ExpectedConditions.elementToBeClickable(save)).click();
  }
}
