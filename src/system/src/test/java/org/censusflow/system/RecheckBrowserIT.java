package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.sample.SampleAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;

/** An enumerator's morning: log in, open a recheck, settle its differences, complete it. */
class RecheckBrowserIT extends SystemTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Outcomes that need no further answer of the household. */
  private static final Set<String> PLAIN_OUTCOMES =
      Set.of("居住在区外", "非本区常住", "普查登记无误", "确无证件号码", "查无此人");

  private static final By HINT = By.cssSelector(".area-recheck [role=status]");

  @Autowired private SampleAccounts accounts;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void anEnumeratorSettlesADifferenceAndItIsGone() {
    awaitRechecks();
    Task task = smallest(tasks(VERIFY_BY_ENUMERATOR).taskUnassigned().list());
    browser.logInToTasklist(address(), enumeratorOf(task));

    browser.claim(task.getName());
    browser.see(By.cssSelector(".difference"));

    int all = browser.findAll(By.cssSelector(".difference")).size();
    assertThat(progress()).contains("0 / " + all);
    for (int i = 0; i < all; i++) {
      settle(browser.findAll(By.cssSelector(".difference")).get(i));
      int done = i + 1;
      browser.await(page -> progress().contains(done + " / " + all));
    }

    browser.complete();
    browser.await(
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

  /** Nobody is shown a refusal for having looked at a task before claiming it. */
  @Test
  void anUnclaimedRecheckAsksToBeClaimedAndAsksTheServerForNothing() throws IOException {
    awaitRechecks();
    Task task = smallest(tasks(VERIFY_BY_ENUMERATOR).taskUnassigned().list());
    browser.logInToTasklist(address(), enumeratorOf(task));

    browser.openTask(task.getName());
    browser.await(ExpectedConditions.textToBePresentInElementLocated(HINT, "请先认领本任务"));
    browser.picture("RecheckUnclaimed");
    assertThat(browser.requests("/api/rechecks/")).isZero();
    assertThat(browser.findAll(By.cssSelector(".area-recheck [role=alert]"))).isEmpty();

    browser.claimOpenTask();
    browser.see(By.cssSelector(".difference"));
    assertThat(browser.findAll(HINT)).isEmpty();

    browser.click(By.cssSelector("button.unclaim"));
    browser.await(ExpectedConditions.textToBePresentInElementLocated(HINT, "请先认领本任务"));
    assertThat(browser.findAll(By.cssSelector(".difference"))).isEmpty();
  }

  /** The officer sees what is wrong at its field, and what to ask the household again in amber. */
  @Test
  void whatCannotBeIsToldAtItsFieldAndWhatIsDoubtedIsAskedAgain() throws IOException {
    awaitRechecks();
    Task task =
        smallest(
            tasks(VERIFY_BY_ENUMERATOR).taskUnassigned().list().stream()
                .filter(this::missesSomebody)
                .toList());
    browser.logInToTasklist(address(), enumeratorOf(task));
    browser.claim(task.getName());
    browser.see(By.cssSelector(".difference"));
    String id = missed(task);

    browser.see(By.id("difference-" + id));
    new Select(browser.find(By.id("outcome-" + id))).selectByVisibleText("补登");
    WebElement number = browser.see(By.id("idNumber-" + id));
    number.clear();
    number.sendKeys("123");
    choose("relation", id, "配偶");
    choose("ethnicity", id, "汉族");
    browser.find(By.id("reason-" + id)).sendKeys("入户见到本人并核对户口簿");
    browser.click(By.id("save-" + id));
    browser.await(
        ExpectedConditions.textToBePresentInElementLocated(
            By.id("about-idNumber-" + id), "P05 公民身份号码校验不通过"));
    browser.picture("RecheckFaults");

    browser.find(By.id("idNumber-" + id)).clear();
    browser.click(By.id("save-" + id));
    browser.await(
        ExpectedConditions.textToBePresentInElementLocated(By.id("asked-" + id), "H01 户内没有户主"));
    browser.picture("RecheckDoubts");
    browser.click(By.id("sure-" + id));
    browser.await(page -> progress().contains("1 / "));
  }

  private void choose(String field, String id, String label) {
    new Select(browser.find(By.id(field + "-" + id))).selectByVisibleText(label);
  }

  private boolean missesSomebody(Task task) {
    return missed(task) != null;
  }

  /** The block's first difference of a person whom only the household register has. */
  private String missed(Task task) {
    return jdbc()
        .sql(
            """
            select min(id) from difference
             where block_code = ? and class_code = 'D01' and verifier = 'enumerator' and status = 'OPEN'
            """)
        .param(variable(task, "block"))
        .query(String.class)
        .list()
        .get(0);
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

  private String progress() {
    return browser.find(By.cssSelector(".area-recheck [aria-live]")).getText();
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
    browser.toTheMiddle(save);
    browser.await(ExpectedConditions.elementToBeClickable(save)).click();
  }
}
