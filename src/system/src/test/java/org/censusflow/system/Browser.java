package org.censusflow.system;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * A person at a real browser, anew for each test. The test is skipped where there is none, and
 * fails there when {@code CENSUSFLOW_BROWSER_REQUIRED} is true. The last page is kept as a picture.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Path profile;
  private ChromeDriver driver;
  private WebDriverWait patience;

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!there && Boolean.parseBoolean(System.getenv("CENSUSFLOW_BROWSER_REQUIRED"))) {
      fail("Chromium and its driver are required here and are not installed");
    }
    assumeTrue(there, "Chromium and its driver are not installed: the browser test is skipped");
    profile = Files.createTempDirectory("browser");
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
        "--user-data-dir=" + profile);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    patience = new WebDriverWait(driver, PATIENCE);
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    if (driver != null) {
      picture(test.getRequiredTestClass().getSimpleName());
      driver.quit();
      FileSystemUtils.deleteRecursively(profile);
    }
  }

  public void open(String address) {
    driver.get(address);
  }

  /**
   * @param address of the server, with its port
   */
  public void logInToTasklist(String address, String user) {
    logIn(address, "tasklist", user);
  }

  /**
   * @param app a web application's name, such as {@code cockpit}
   */
  public void logIn(String address, String app, String user) {
    open(address + "/camunda/app/" + app + "/default/");
    WebElement account = see(By.cssSelector("input[type=text]"));
    WebElement password = find(By.cssSelector("input[type=password]"));
    // The page puts the cursor into its first field when it is ready, wherever somebody types then.
    await(page -> isWritten(account, user) && isWritten(password, "Census-2020"));
    find(By.cssSelector("button[type=submit]")).click();
  }

  private static boolean isWritten(WebElement field, String text) {
    if (!text.equals(field.getDomProperty("value"))) {
      field.clear();
      field.sendKeys(text);
    }
    return text.equals(field.getDomProperty("value"));
  }

  /** The next one at this browser begins at the login page. */
  public void logOut() {
    driver.manage().deleteAllCookies();
  }

  /** Opens the first task in the list with this text and claims it. */
  public void claim(String text) {
    openTask(text);
    claimOpenTask();
  }

  public void openTask(String text) {
    click(By.xpath("//li[contains(@class,'task')][contains(.,'" + text + "')]"));
  }

  public void claimOpenTask() {
    click(By.xpath("//*[contains(@class,'claim')][contains(normalize-space(.),'认领')]"));
  }

  public void complete() {
    click(By.xpath("//button[normalize-space(.)='完成'][not(@disabled)]"));
  }

  public void click(By what) {
    patience.until(ExpectedConditions.elementToBeClickable(what)).click();
  }

  /** Scrolls as a person does who wants to press it: nothing of the page lies over it then. */
  public void toTheMiddle(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  /** Waits until it is there. */
  public WebElement see(By what) {
    return patience.until(ExpectedConditions.presenceOfElementLocated(what));
  }

  /** How often this page has asked the server for something with this in its address. */
  public long requests(String address) {
    return (Long)
        driver.executeScript(
            "return performance.getEntriesByType('resource')"
                + ".filter(it => it.name.includes(arguments[0])).length",
            address);
  }

  /** What this page has asked the server for in vain. */
  @SuppressWarnings("unchecked")
  public List<String> refusedRequests() {
    return (List<String>)
        driver.executeScript(
            "return performance.getEntriesByType('resource')"
                + ".filter(it => it.responseStatus === 403).map(it => it.name)");
  }

  public <T> T await(ExpectedCondition<T> condition) {
    return patience.until(condition);
  }

  public WebElement find(By what) {
    return driver.findElement(what);
  }

  public List<WebElement> findAll(By what) {
    return driver.findElements(what);
  }

  /** Keeps what is seen now below {@code target}. */
  public void picture(String name) throws IOException {
    Files.write(Path.of("target", name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }
}
