package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.sample.SampleAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody finds a button in the engine's web applications that is always refused to them. */
class WebappsBrowserIT extends SystemTest {

  private static final By BUTTONS =
      By.cssSelector(
          ".ctn-toolbar a, .ctn-sidebar dd a, .ctn-tabbed td .btn, .ctn-tabbed td .edit-toggle,"
              + " .ctn-tabbed td [ng-click]");
  private static final By CONFIRM = By.cssSelector(".modal-footer .btn-primary");
  private static final By PAUSE = By.cssSelector(".ctn-toolbar .btn-suspend-action");
  private static final By MESSAGE = By.id("message");

  @Autowired private SampleAccounts accounts;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void aLeadPressesEveryButtonOfCockpitAndNothingIsRefused() throws IOException {
    ProcessInstance recheck = aRecheck();
    browser.logIn(address(), "cockpit", "hc-lead");
    browser.see(By.cssSelector("section.actual"));
    String instance = "process-instance/" + recheck.getId() + "/runtime?tab=";
    String definition = "process-definition/" + recheck.getProcessDefinitionId() + "/runtime";
    for (String page :
        new String[] {
          instance + "variables-tab", instance + "user-tasks-tab", instance + "jobs-tab", definition
        }) {
      pressEverything(page);
    }
    browser.open(cockpit(definition));
    browser.click(By.xpath("//a[normalize-space(.)='作业定义']"));
    browser.see(By.cssSelector(".ctn-tabbed td.state"));
    assertThat(pressable()).allMatch(it -> it.getAttribute("ng-href") != null || isCopy(it));
    assertThat(shown(PAUSE)).isEmpty();
    browser.picture("webapps-lead");
  }

  @Test
  void anAdministratorRepairsAndFindsNothingThatIsOpenToNobody() throws IOException {
    ProcessInstance recheck = aRecheck();
    browser.logIn(address(), "cockpit", "admin");
    browser.see(By.cssSelector("section.actual"));
    browser.open(cockpit("process-instance/" + recheck.getId() + "/runtime?tab=user-tasks-tab"));
    browser.see(By.cssSelector(".user-tasks td.assignee"));
    browser.await(ExpectedConditions.visibilityOfElementLocated(PAUSE));
    assertThat(shown(By.cssSelector(".ctn-toolbar a")))
        .extracting(it -> it.getAttribute("uib-tooltip"))
        .containsExactly("删除运行中的流程实例", "增加失败作业的重试次数", "暂停流程实例");
    assertThat(shown(By.cssSelector(".user-tasks td .edit-toggle, .user-tasks td.action a")))
        .isEmpty();
    browser.picture("webapps-administrator");

    browser.open(address() + "/camunda/app/admin/default/#/");
    browser.see(By.cssSelector("a[href*='system-settings-metrics']"));
    assertThat(shown(By.cssSelector("a[href*='diagnostics'], a[href*='tenant-create']"))).isEmpty();
    browser.open(address() + "/camunda/app/admin/default/#/tenants/haicang?tab=tenant");
    browser.see(By.cssSelector("[ng-click='deleteTenant()']"));
    assertThat(shown(By.cssSelector("[ng-click$='Tenant()']"))).isEmpty();
  }

  @Test
  void anEnumeratorIsNotLedToWhereNothingIsTheirs() throws IOException {
    awaitRechecks();
    Task task = tasks(VERIFY_BY_ENUMERATOR).taskUnassigned().listPage(0, 1).get(0);
    String group = "haicang-" + variable(task, "subdistrict") + "-enumerators";
    browser.logInToTasklist(address(), accounts.inGroup(group).get(0).user());
    browser.openTask(task.getName());
    browser.see(By.cssSelector(".instance-link"));
    assertThat(shown(By.cssSelector(".instance-link, .task-filter .actions a"))).isEmpty();

    browser.open(address() + "/camunda/app/welcome/default/");
    browser.click(By.linkText("修改密码"));
    assertThat(shown(By.linkText("编辑个人信息"))).isEmpty();

    for (String elsewhere :
        new String[] {
          "/camunda/app/cockpit/default/",
          "/camunda/app/nothing",
          "/camunda/api/engine/engine/default/deployment",
          "/api/audit/haicang/page",
          "/api/nothing",
          "/nothing"
        }) {
      browser.open(address() + elsewhere);
      assertThat(browser.see(MESSAGE).getText()).as(elsewhere).matches("CF-E1(09|40) .+。");
      assertThat(browser.find(By.id("status")).getText()).matches("403|404");
    }
    browser.picture("webapps-refusal");
    browser.click(By.linkText("回到首页"));
    browser.see(By.linkText("普查任务"));
  }

  private ProcessInstance aRecheck() {
    awaitRechecks();
    return engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(AreaRecheckProcess.KEY)
        .listPage(0, 1)
        .get(0);
  }

  private String cockpit(String page) {
    return address() + "/camunda/app/cockpit/default/#/" + page;
  }

  /** One after the other, on a page that is loaded anew; what asks to be confirmed is confirmed. */
  private void pressEverything(String page) {
    int buttons = 1;
    for (int i = 0; i < buttons; i++) {
      browser.open("about:blank");
      browser.open(cockpit(page));
      browser.see(By.cssSelector(".ctn-tabbed tbody"));
      pause();
      List<WebElement> shown = pressable();
      buttons = shown.size();
      if (i < buttons) {
        press(shown.get(i));
        assertThat(browser.refusedRequests()).as(page + ", button " + i).isEmpty();
      }
    }
  }

  private void press(WebElement button) {
    browser.toTheMiddle(button);
    button.click();
    pause();
    List<WebElement> confirm = shown(CONFIRM);
    if (!confirm.isEmpty() && confirm.get(0).isEnabled()) {
      confirm.get(0).click();
      pause();
    } else {
      browser.find(By.tagName("body")).sendKeys(Keys.ESCAPE);
    }
  }

  private static boolean isCopy(WebElement element) {
    return element.getAttribute("class").contains("glyphicon-copy");
  }

  private List<WebElement> shown(By what) {
    return browser.findAll(what).stream().filter(WebElement::isDisplayed).toList();
  }

  private List<WebElement> pressable() {
    return shown(BUTTONS).stream()
        .filter(it -> !"none".equals(it.getCssValue("pointer-events")))
        .toList();
  }

  /** For what a page still asks for after it is there. */
  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(700).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
