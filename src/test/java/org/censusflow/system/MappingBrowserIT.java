package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.censusflow.CensusFlow;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A subdistrict's officer delivers area files in Tasklist, as a person does it. */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:mapping-browser;DB_CLOSE_DELAY=-1",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
class MappingBrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;

  private ChromeDriver browser;
  private WebDriverWait patience;
  private Path directory;

  @BeforeEach
  void openTheBrowser() throws IOException {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!there && Boolean.parseBoolean(System.getenv("CENSUSFLOW_BROWSER_REQUIRED"))) {
      fail("Chromium and its driver are required here and are not installed");
    }
    assumeTrue(there, "Chromium and its driver are not installed: the browser test is skipped");
    directory = Files.createTempDirectory("areas");
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
        "--window-size=1500,1400",
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
      Files.write(Path.of("target", "mapping.png"), browser.getScreenshotAs(OutputType.BYTES));
      browser.quit();
    }
  }

  @Test
  void anOfficerUploadsFilesReadsWhatIsWrongAndCompletesTheTask() throws IOException {
    runtime.startProcessInstanceByKey(
        "AreaDelimitation",
        "haicang-2020-songyu",
        Map.of("district", "haicang", "censusId", "haicang-2020", "subdistrict", "songyu"));
    patience.until(page -> waiting("Task_DeliverAreaFiles") == 1);
    logIn("hc-songyu-office");
    click(By.xpath("//li[contains(@class,'task')][contains(.,'划分并报送普查区')]"));
    click(By.xpath("//*[contains(@class,'claim')][contains(normalize-space(.),'认领')]"));

    String code = "350205002701001";
    SampleAreas sample =
        new SampleAreas(
            List.of(new SampleAreas.Block(code, "350205002", "样例第1社区", "样例路1号", 80, 240)));
    upload("blocks", "blocks.csv", sample.blocks().replace(code + ",", "1" + code + ","));
    patience.until(
        ExpectedConditions.presenceOfElementLocated(By.xpath("//td[contains(.,'小区代码应为 15 位数字')]")));
    Files.write(Path.of("target", "mapping-faults.png"), browser.getScreenshotAs(OutputType.BYTES));
    upload("areas", "areas.csv", sample.areas());
    taken("areas");
    upload("blocks", "blocks.csv", sample.blocks());
    taken("blocks");
    upload("outlines", "outlines.geojson", sample.outlines());
    taken("outlines");
    patience.until(
        ExpectedConditions.presenceOfElementLocated(By.xpath("//h4[contains(.,'没有须改正的问题')]")));

    click(By.xpath("//button[normalize-space(.)='完成'][not(@disabled)]"));
    patience.until(page -> waiting("Task_ListBuildings") == 1);
    assertThat(waiting("Task_DeliverAreaFiles")).isZero();
  }

  private long waiting(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).count();
  }

  private void upload(String kind, String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    patience
        .until(ExpectedConditions.presenceOfElementLocated(By.id("file-" + kind)))
        .sendKeys(file.toString());
    click(By.id("send-" + kind));
  }

  private void taken(String kind) {
    patience.until(ExpectedConditions.presenceOfElementLocated(By.id("taken-" + kind)));
  }

  private void logIn(String user) {
    browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/");
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
