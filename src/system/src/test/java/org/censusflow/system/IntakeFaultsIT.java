package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * What is wrong with registrations, once as an uploaded file and once as a household over REST: a
 * Chinese message names row and reason, and nothing of what is wrong is stored.
 */
@TestPropertySource(properties = "censusflow.sample.enabled=false")
class IntakeFaultsIT extends SystemTest {

  private static final String CENSUS_PATH = "/api/censuses/" + CENSUS;
  private static final String BLOCK = "350205001001001";
  private static final String HEADER =
      "row_id,block,household_no,line_no,name,relation,id_number,sex,birth_date,ethnicity,residence,hukou_place,address,form,filled_in\n";
  private static final String ROW =
      "%d,350205001001001,%d,1,戴伟,0,34052419800101001X,1,1980-01-01,01,here,local-block,样例路1号,short,2020-11-03\n";
  private static final List<String> TABLES =
      List.of("household", "household_version", "person", "person_version", "death_report");

  private static final String NEARLY_THREE_MEGABYTES = "戴".repeat(950_000);

  private static int number = 1_000;

  @BeforeEach
  void aCensusOfOneBlock() {
    if (jdbc().sql("select count(*) from census").query(Long.class).single() == 0) {
      jdbc()
          .sql(
              "insert into census (id, district, reference_time) values (?, 'haicang', '2020-11-01 00:00:00+08')")
          .param(CENSUS)
          .update();
      jdbc()
          .sql(
              "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix) values (?, ?, 'haicang', '350205001001', '样例社区', '样例路')")
          .params(CENSUS, BLOCK)
          .update();
    }
  }

  /** Each stands in the third line, between two good rows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a wrong code, 'X,1,1980', 'X,7,1980', F02 “性别”的代码不在现行标准代码表中",
    "an expired form, 2020-11-03, 2021-04-01, R06 “R601 第七次全国人口普查短表”所用普查表在填报之日不在有效期内，不得使用",
    "an unknown block, 350205001001001, 350205001001009, R03 普查小区不在本次普查的名录中，请核对 15 位编码",
    "a future birth, 1980-01-01, 2020-11-04, P01 出生日期晚于填报日期",
    "a line of nearly three megabytes, 戴伟, NEARLY_THREE_MEGABYTES, R02 一行超过 64 KB，可能缺少换行或引号没有成对",
    "a field too few, '01,here', here, R01 列数与表头不一致"
  })
  void aRowOfAFileIsToldAndTheOthersGoIn(String fault, String right, String wrong, String reason) {
    Map<String, Long> before = counts();
    int key = number += 10;
    String faulty =
        ROW.formatted(key + 1, key + 1)
            .replace(
                right, "NEARLY_THREE_MEGABYTES".equals(wrong) ? NEARLY_THREE_MEGABYTES : wrong);
    Answer accepted =
        upload(HEADER + ROW.formatted(key, key) + faulty + ROW.formatted(key + 2, key + 2));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    String job = CENSUS_PATH + "/intake-jobs/" + accepted.json().path("id").asLong();
    await().until(() -> "DONE".equals(office().get(job).json().path("state").asText()));

    assertThat(office().get(job + "/rejects.csv").body()).isEqualTo("行,原因\n3,\"" + reason + "\"\n");
    Map<String, Long> after = counts();
    for (String table : TABLES) {
      long kept = "death_report".equals(table) ? 0 : 2;
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table) + kept);
    }
  }

  @Test
  void aFileInAnEncodingThatCannotBeToldIsRefused() {
    Map<String, Long> before = counts();
    byte[] file =
        (HEADER + ROW.formatted(1, 1))
            .replaceAll("[\\u4e00-\\u9fff]+", "陳大文路號")
            .getBytes(Charset.forName("Big5"));
    refused(
        file,
        "CF-E822 文件的文字编码存疑：按 GBK 读出的文字不像姓名和地址（可能是 Big5 等其他编码，或导出时已经损坏）。请另存为 UTF-8 后重新上传，或者在上传时写明编码（encoding）。");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void anArchiveUnderTheNameOfACsvFileIsRefused() throws IOException {
    Map<String, Long> before = counts();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("census.csv"));
      out.write((HEADER + ROW.formatted(1, 1)).getBytes(StandardCharsets.UTF_8));
    }
    refused(zip.toByteArray(), "CF-E820 文件是压缩包，不是数据文件，请解压后上传其中的 CSV 或 .xlsx 文件。");
    assertThat(counts()).isEqualTo(before);
  }

  private void refused(byte[] file, String message) {
    long jobs = jdbc().sql("select count(*) from intake_job").query(Long.class).single();
    Answer answer = office().upload(CENSUS_PATH + "/intake-jobs", file, 1);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(jdbc().sql("select count(*) from intake_job").query(Long.class).single())
        .isEqualTo(jobs);
  }

  /** Person 2 of two is at fault: the whole household stays out. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a wrong code, sex, 7, F02 “性别”的代码不在现行标准代码表中",
    "a future birth, birth_date, 2020-11-04, P01 出生日期晚于填报日期",
    "nearly three megabytes, name, NEARLY_THREE_MEGABYTES, F05 “姓名”过长或含有不可见字符"
  })
  void aPersonAtFaultKeepsTheHouseholdOut(String fault, String item, String wrong, String reason) {
    Map<String, String> second = new HashMap<>(head());
    second.put("relation", "1");
    second.put(item, "NEARLY_THREE_MEGABYTES".equals(wrong) ? NEARLY_THREE_MEGABYTES : wrong);
    rejected(form(Map.of("persons", List.of(head(), second))), 2, reason);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an expired form, filledIn, 2021-04-01, R06 “R601 第七次全国人口普查短表”所用普查表在填报之日不在有效期内，不得使用",
    "an unknown block, block, 350205001001009, R03 普查小区不在本次普查的名录中，请核对 15 位编码",
    "an unknown form, form, medium, R05 表种不存在，应为短表、长表、港澳台和外籍人员表或死亡表"
  })
  void aHouseholdAtFaultStaysOut(String fault, String field, String wrong, String reason) {
    rejected(form(Map.of(field, wrong)), 1, reason);
  }

  private void rejected(Map<String, Object> form, int line, String reason) {
    Map<String, Long> before = counts();
    Answer answer = office().post(CENSUS_PATH + "/households", form);
    assertThat(answer.status()).as(reason).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/message").asText()).isEqualTo(reason);
    assertThat(answer.json().at("/errors/0/person").asInt()).isEqualTo(line);
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void aHouseholdInAnotherEncodingOrInNoJsonIsRefusedInChinese() {
    Map<String, Long> before = counts();
    for (byte[] body :
        List.of(
            "{\"name\":\"戴伟\"}".getBytes(Charset.forName("GB18030")),
            "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8))) {
      Answer answer = office().postBytes(CENSUS_PATH + "/households", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.message()).startsWith("CF-E846 提交的内容不是 UTF-8 编码的 JSON");
    }
    assertThat(counts()).isEqualTo(before);
  }

  private Answer upload(String text) {
    return office().upload(CENSUS_PATH + "/intake-jobs", text.getBytes(StandardCharsets.UTF_8), 3);
  }

  private static Map<String, String> head() {
    return Map.of(
        "name", "戴伟",
        "relation", "0",
        "id_number", "34052419800101001X",
        "sex", "1",
        "birth_date", "1980-01-01",
        "ethnicity", "01",
        "residence", "here",
        "hukou_place", "local-block");
  }

  private static Map<String, Object> form(Map<String, Object> changes) {
    int key = number += 10;
    Map<String, Object> form = new HashMap<>();
    form.put("clientKey", "fault-" + key);
    form.put("block", BLOCK);
    form.put("householdNo", key);
    form.put("address", "样例路1号");
    form.put("mode", "field");
    form.put("filledIn", "2020-11-03");
    form.put("confirmedBy", "signature");
    form.put("form", "short");
    form.put("persons", List.of(head()));
    form.putAll(changes);
    return form;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    TABLES.forEach(
        table ->
            counts.put(
                table, jdbc().sql("select count(*) from " + table).query(Long.class).single()));
    return counts;
  }

  private Rest office() {
    return as("hc-office-1");
  }
}
