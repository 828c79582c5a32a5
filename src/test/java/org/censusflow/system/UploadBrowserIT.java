package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.censusflow.delivery.RecordRequest;
import org.censusflow.delivery.RequestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A department's officer uploads a file in Tasklist and reads the receipt and the board. */
@TestPropertySource(properties = "censusflow.sample.enabled=false")
class UploadBrowserIT extends SystemTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String REQUEST = CENSUS + "-employment";

  @Autowired private RequestLedger ledger;
  @TempDir private Path folder;

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
        "--no-first-run",
        "--lang=zh-CN",
        "--window-size=1500,1400",
        "--user-data-dir=" + Files.createTempDirectory("browser"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    patience = new WebDriverWait(browser, PATIENCE);
  }

  @AfterEach
  void closeTheBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  private void picture(String name) throws IOException {
    Files.write(Path.of("target", name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  @Test
  void anOfficerUploadsAndSeesWhatWasRejected() throws IOException {
    ask();
    Path file = folder.resolve("就业.csv");
    Files.writeString(
        file,
        "记录编号,姓名,身份证号,性别,出生日期,居住地址,用人单位\n"
            + "1,测试甲,11010519491231002x,男,1949年12月31日,滨湖北路1号,海沧一厂\n"
            + "2,测试乙,3.50205E+17,女,1990/1/2,滨湖北路2号,海沧一厂\n",
        Charset.forName("GBK"));
    logIn("hc-social-security");
    click(By.xpath("//li[contains(@class,'task')][contains(.,'部门上传登记资料')]"));
    click(By.xpath("//*[contains(@class,'claim')][contains(normalize-space(.),'认领')]"));
    patience
        .until(ExpectedConditions.presenceOfElementLocated(By.id("recordsFile")))
        .sendKeys(file.toString());
    browser.findElement(By.id("asOf")).sendKeys("2020-11-01");
    browser.findElement(By.id("count")).sendKeys("2");
    click(By.id("sendRecords"));
    try {
      patience.until(ExpectedConditions.presenceOfElementLocated(By.id("receipt")));
    } finally {
      picture("upload");
    }
    assertThat(browser.findElement(By.id("receipt")).getText())
        .contains("接收 1 行，拒收 1 行", "GBK", "电子表格", "下载拒收清单");
    patience.until(ExpectedConditions.presenceOfElementLocated(By.id("record-requests")));
    browser.get(address() + "/api/record-requests/board");
    picture("board");
    assertThat(browser.findElement(By.tagName("table")).getText())
        .contains("区人社局负责人", "已收到，核对中", "拒收清单");
  }

  private void ask() {
    jdbc()
        .sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(CENSUS, Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
    ledger.send(
        new RecordRequest(
            REQUEST,
            CENSUS,
            "haicang",
            "social-security",
            "employment",
            "就业和失业人员记录（人社局）",
            "记录编号、姓名、公民身份号码、性别、出生日期、居住地址、用人单位",
            "《统计法》",
            "tasklist",
            LocalDate.of(2020, 11, 1),
            RecordRequest.Status.SENT,
            Instant.now(),
            Instant.now().plus(Duration.ofDays(7)),
            0,
            0,
            null));
    engine()
        .getRuntimeService()
        .startProcessInstanceByKey(
            "RecordRequest",
            REQUEST,
            Map.of("district", "haicang", "censusId", CENSUS, "requestId", REQUEST));
    awaitTask("Task_UploadRecords", REQUEST);
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
}
