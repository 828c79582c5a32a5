package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess.*;
import static org.censusflow.base.process.crosscheck.RecordRequestProcess.*;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A department's officer uploads a file in Tasklist and reads the receipt and the board. */
@TestPropertySource(properties = "censusflow.sample.enabled=false")
class UploadBrowserIT extends SystemTest {

  private static final String REQUEST = CENSUS + "-employment";

  @Autowired private RequestLedger ledger;
  @TempDir private Path folder;

  @RegisterExtension private final Browser browser = new Browser();

  @Test
  void anOfficerUploadsAndSeesWhatWasRejected() throws IOException {
    ask(REQUEST);
    Path file = folder.resolve("就业.csv");
    Files.writeString(
        file,
        "记录编号,姓名,身份证号,性别,出生日期,居住地址,用人单位\n"
            + "1,测试甲,11010519491231002x,男,1949年12月31日,滨湖北路1号,海沧一厂\n"
            + "2,测试乙,3.50205E+17,女,1990/1/2,滨湖北路2号,海沧一厂\n",
        Charset.forName("GBK"));
    browser.logInToTasklist(address(), "hc-social-security");
    browser.claim("部门上传登记资料");
    browser.see(By.id("recordsFile")).sendKeys(file.toString());
    browser.find(By.id("asOf")).sendKeys("2020-11-01");
    browser.find(By.id("count")).sendKeys("2");
    browser.click(By.id("sendRecords"));
    try {
      browser.see(By.id("receipt"));
    } finally {
      browser.picture("upload");
    }
    assertThat(browser.find(By.id("receipt")).getText())
        .contains("接收 1 行，拒收 1 行", "GBK", "电子表格", "下载拒收清单");
    browser.see(By.id("record-requests"));
    browser.open(address() + "/api/record-requests/board");
    browser.picture("board");
    assertThat(browser.find(By.tagName("table")).getText()).contains("区人社局负责人", "已收到，核对中", "拒收清单");
  }

  @Test
  void twoOfTheOfficeDestroyAFileThatCannotBeRead() throws IOException {
    String request = CENSUS + "-unreadable";
    ask(request);
    byte[] file = "序列,全名,备注\n1,测试甲,13800000000\n".getBytes(StandardCharsets.UTF_8);
    Answer receipt =
        as("hc-social-security").upload("/api/requests/" + request + "/deliveries", file, 1);
    assertThat(receipt.json().path("state").asText()).isEqualTo("quarantined");
    browser.logInToTasklist(address(), "hc-office-1");
    browser.claim("处置无法读取的交付");
    browser.click(By.id("peek"));
    browser.see(By.id("peeked"));
    browser.picture("quarantine");
    browser.see(By.xpath("//dd[contains(.,'缺少以下列')]"));
    assertThat(browser.find(By.id("peeked")).getText())
        .contains("45 字节")
        .doesNotContain("测试甲", "13800000000", HexFormat.ofDelimiter(" ").formatHex(file, 0, 4));
    browser.find(By.cssSelector("#quarantineMeasure option[value=discard]")).click();
    browser.find(By.id("quarantineNote")).sendKeys("列名不对，部门将重新导出");
    browser.complete();
    await().until(() -> tasks(CONFIRM_DISCARD).count() == 1);

    browser.logOut();
    browser.logInToTasklist(address(), "hc-office-2");
    browser.claim("复核销毁");
    browser.see(By.xpath("//p[contains(.,'列名不对，部门将重新导出')]"));
    browser.see(By.xpath("//p[contains(.,'缺少以下列')]"));
    browser.click(By.xpath("//label[contains(.,'同意销毁')]"));
    browser.picture("confirm-discard");
    browser.complete();
    await().until(() -> "DISCARDED".equals(status(receipt.json().path("deliveryId").asLong())));
  }

  private String status(long delivery) {
    return jdbc()
        .sql("select status from delivery where id = ?")
        .param(delivery)
        .query(String.class)
        .single();
  }

  private void ask(String request) {
    DepartmentCalls.aCensus(jdbc());
    Instant now = Instant.now();
    DepartmentCalls.ask(
        engine(),
        ledger,
        request,
        "social-security",
        "employment",
        "tasklist",
        now,
        now.plus(Duration.ofDays(7)));
    awaitTask(UPLOAD_RECORDS, request);
  }
}
