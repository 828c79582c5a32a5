package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.HouseholdQuestionProcess.*;

import java.io.IOException;
import java.util.Map;
import org.censusflow.CensusFlow;
import org.censusflow.system.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Field staff at the form of a block's households in Tasklist. */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "censusflow.sample.enabled=false"})
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:field-browser;DB_CLOSE_DELAY=-1")
class FieldWorkBrowserIT extends FieldScene {

  private static final By RESULT = By.id("doubt-result");

  @LocalServerPort private int port;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void anEnumeratorSendsADoubtAboutOnePersonBackToTheHousehold() throws IOException {
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    logIn("hc-dongfu-enumerator-1", "入户登记短表");

    browser.click(By.cssSelector("#doubts summary"));
    select("doubt-household", "第 3 户 样例路1号");
    browser.await(ExpectedConditions.elementToBeClickable(By.id("doubt-person")));
    select("doubt-person", "样例");
    browser.find(By.id("doubt-reason")).sendKeys("出生日期与户口簿不符");
    browser.find(By.id("doubt-evidence")).sendKeys("看过户口簿");
    browser.picture("field-doubt");
    browser.click(By.id("ask-one"));
    browser.await(ExpectedConditions.textToBePresentInElementLocated(RESULT, "已退回第 3 户"));
    browser.picture("field-doubt-asked");
    runJobs();

    assertThat(openTasks(CENSUS + "/questions/" + FOURTH)).containsExactly(ASK_HOUSEHOLDS);
    assertThat(
            jdbc.sql(
                    """
                    select h.household_no || ' ' || v.line_no || ' ' || q.reason || ' ' || q.asked_by
                      from household_question q join household h on h.id = q.household_id
                      join person_version v on v.person_id = q.person_id
                    """)
                .query(String.class)
                .single())
        .isEqualTo("3 1 出生日期与户口簿不符 hc-dongfu-enumerator-1");
    assertThat(looksAtNames()).as("an entry for each person of the household").isEqualTo(3);
  }

  @Test
  void whoDoesABlockAgainReadsWhy() throws IOException {
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    complete("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
    recheck("hc-dongfu-supervisor-1", FOURTH, 0);
    complete(
        "hc-dongfu-supervisor-2",
        ACCEPT_BLOCK,
        FOURTH,
        Map.of("decision", "return", "decisionReason", "三户人数与底册不符，请重新核对"));
    logIn("hc-dongfu-enumerator-1", "入户登记短表");
    browser.see(By.xpath("//p[contains(.,'退回原因：三户人数与底册不符')]"));
    browser.picture("field-reopened");
  }

  @Test
  void aSupervisorRechecksWhatWasDrawn() throws IOException {
    open();
    list("hc-dongfu-enumerator-1", FOURTH);
    complete("hc-dongfu-enumerator-1", ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
    logIn("hc-dongfu-supervisor-1", "指导员随机复核");
    String number = String.valueOf(drawn(FOURTH).get(0));
    browser.see(By.id("items-" + number)).sendKeys("50");
    browser.find(By.id("wrong-" + number)).sendKeys("2");
    browser.click(By.id("save-" + number));
    browser.see(By.xpath("//*[@role='alert'][contains(.,'差错')]"));
    browser.picture("field-recheck-refused");
    browser.find(By.id("note-" + number)).sendKeys("两项受教育程度填错");
    browser.click(By.id("save-" + number));
    browser.see(By.xpath("//p[contains(.,'可以完成任务')]"));
    browser.picture("field-recheck");
    browser.complete();
    browser.await(page -> openTasks(FOURTH).isEmpty());
  }

  private void logIn(String user, String task) {
    browser.logInToTasklist("http://localhost:" + port, user);
    browser.claim(task);
  }

  private void select(String field, String option) {
    new Select(browser.see(By.id(field))).selectByVisibleText(option);
  }

  private int looksAtNames() {
    return jdbc.sql("select count(*) from audit_entry where action = 'question.persons'")
        .query(Integer.class)
        .single();
  }
}
