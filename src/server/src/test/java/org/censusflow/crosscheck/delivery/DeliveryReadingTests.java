package org.censusflow.crosscheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as departments really write them. */
class DeliveryReadingTests {

  private static final String HEADER = "编号,姓名,身份证号,性别,出生日期,联系地址,单位名称\n";
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final DeliveryScene scene = DeliveryScene.inMemory();

  @ParameterizedTest
  @CsvSource({"UTF-8,UTF-8", "GBK,GBK", "GB18030,GBK", "UTF-16,UTF-16"})
  void theEncodingIsFoundOutAndSaid(String written, String said) {
    Receipt receipt = deliver(Charset.forName(written), row("1", "张伟", "", "1", "1990-01-02"));
    assertThat(receipt.encoding()).isEqualTo(said);
    assertThat(row(receipt).name()).isEqualTo("张伟");
  }

  @Test
  void charactersBeyondGbkAreGb18030AndStayWhole() {
    Receipt receipt = deliver(GB18030, row("1", "张䶮𠮷", "", "1", "1990-01-02"));
    assertThat(receipt.encoding()).isEqualTo("GB18030");
    assertThat(row(receipt).name()).isEqualTo("张䶮𠮷");
  }

  @Test
  void aByteOrderMarkIsSaidAndPassedOver() {
    Receipt receipt =
        deliver(StandardCharsets.UTF_8, row("1", "张伟", "", "1", "1990-01-02"), "\ufeff");
    assertThat(receipt.encoding()).isEqualTo("UTF-8（带 BOM）");
    assertThat(receipt.accepted()).isEqualTo(1);
  }

  @Test
  void theDeclaredEncodingDecidesWhereTheBytesDoNot() {
    // The well-known two characters whose GBK bytes are UTF-8 as well.
    byte[] file =
        "record_id,name,id_number,sex,birth_date,address,organisation\n1,联通,,1,1990-01-02,,\n"
            .getBytes(GB18030);
    Manifest declared =
        new Manifest("k", DeliveryScene.AS_OF, Manifest.Mode.REPLACE, "GB18030", 1, null);
    assertThat(row(scene.deliver("taxpayers", file, declared)).name()).isEqualTo("联通");
  }

  @Test
  void oneBrokenCharacterCostsItsRowOnly() {
    byte[] file =
        (HEADER + row("1", "张伟", "", "1", "1990-01-02") + row("2", "李#", "", "2", "1991-01-02"))
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < file.length; i++) {
      file[i] = file[i] == '#' ? (byte) 0xe4 : file[i];
    }
    Receipt receipt = scene.deliver("taxpayers", file, new Manifest(2, DeliveryScene.AS_OF, null));
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejects()).extracting(Receipt.Reject::line).containsExactly(3);
    assertThat(receipt.rejects().get(0).reason()).contains("无法识别的字符");
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002x, 11010519491231002X",
    "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
    "' 110105 19491231 002X ', 11010519491231002X",
    "110105491231002, 11010519491231002X",
    "340524800101001, 34052419800101001X",
    "11010519491231002X.0, 11010519491231002X.0",
    "HA1234567(8), HA1234567(8)"
  })
  void identityNumbersAreBroughtToTheFormOfToday(String written, String read) {
    assertThat(row(deliver(row("1", "张伟", written, "1", "1949-12-31"))).idNumber()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10105E+17", "1.10105194912310E+17", "1.1E17", "110105194912310000"})
  void whatASpreadsheetDidToANumberIsNotTakenForOne(String damaged) {
    Receipt receipt = deliver(row("1", "张伟", damaged, "1", "1949-12-31"));
    assertThat(receipt.accepted()).isZero();
    assertThat(receipt.rejects().get(0).reason()).contains("公民身份号码", "电子表格", "文本");
    assertThat(receipt.rejects().get(0).reason()).doesNotContain(damaged);
  }

  @Test
  void aTrueNumberThatEndsInZerosIsTaken() {
    String valid =
        java.util.stream.IntStream.rangeClosed(10, 30)
            .mapToObj(day -> "350205199001" + day + "100")
            .filter(first17 -> check(first17) == '0')
            .findFirst()
            .orElseThrow();
    assertThat(row(deliver(row("1", "张伟", valid + "0", "1", "1990-01-10"))).idNumber())
        .isEqualTo(valid + "0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-01",
        "20201101",
        "2020/11/1",
        "2020.11.01",
        "2020年11月1日",
        "２０２０－１１－０１",
        "2020-11-01 00:00:00",
        "2020-11-01T08:30:00",
        "二〇二〇年十一月一日",
        "二零二零年十一月一日"
      })
  void datesInTheUsualNotationsAreRead(String written) {
    assertThat(row(deliver(row("1", "张伟", "", "1", written))).birthDate())
        .isEqualTo(LocalDate.of(2020, 11, 1));
  }

  @ParameterizedTest
  @CsvSource({"2020-02-30, 日历", "44136, 天数", "11/01/2020, 年份在前", "2020年11月, 缺少月或日", "不详, 不是日期"})
  void whatIsNoDayIsRefusedWithAdvice(String written, String advice) {
    Receipt receipt = deliver(row("1", "张伟", "", "1", written));
    assertThat(receipt.accepted()).isZero();
    assertThat(receipt.rejects().get(0).reason()).contains("出生日期", advice);
  }

  @ParameterizedTest
  @CsvSource({
    "家庭主妇,汉族,户主,正常, , 01, 0",
    "x,维吾尔,配偶,正常, , 05, 1",
    "x,MG,20,注销, , 02, 2",
    "x,9,70,正常, , 09, 8",
    "x,火星,邻居,正常, , , "
  })
  void codesAreMappedByTables(
      String name,
      String ethnicity,
      String relation,
      String status,
      String nothing,
      String code,
      String own) {
    String file =
        "记录编号,户号,姓名,与户主关系,身份证号码,性别,出生日期(年月日),民族,户籍地址,户籍状态,数据日期\n"
            + String.join(
                ",",
                "1",
                "350205",
                name,
                relation,
                "",
                "女性",
                "1990-01-02",
                ethnicity,
                "某路",
                status,
                "")
            + "\n";
    Receipt receipt = scene.deliver("household-register", file, 1);
    RegisterRow row = row(receipt);
    assertThat(row.ethnicity()).isEqualTo(code);
    assertThat(row.relation()).isEqualTo(own);
    assertThat(row.sex()).isEqualTo("2");
    assertThat(row.status()).isEqualTo("注销".equals(status) ? "cancelled" : "normal");
    if (code == null) {
      assertThat(receipt.notes()).contains("“民族”不在代码表中，按空值保存：1 行");
    }
  }

  @Test
  void anUnknownSexGoesBack() {
    Receipt receipt = deliver(row("1", "张伟", "", "甲", "1990-01-02"));
    assertThat(receipt.rejects().get(0).reason()).isEqualTo("“性别”不在代码表中");
  }

  @Test
  void theSameRecordTwiceInAFileIsOne() {
    Receipt receipt =
        deliver(row("1", "张伟", "", "1", "1990-01-02") + row("1", "张伟", "", "1", "1990-01-02"));
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejects().get(0).reason()).isEqualTo("记录编号与第 2 行重复");
  }

  @Test
  void aQuoteThatNobodyClosedCostsItsLineOnly() {
    Receipt receipt =
        deliver(
            row("1", "\"张伟", "", "1", "1990-01-02")
                + row("2", "李娜", "", "2", "1991-01-02")
                + row("3", "王芳", "", "2", "1992-01-02"));
    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.rejects()).containsExactly(new Receipt.Reject(2, "引号没有成对，本行无法拆分成列"));
  }

  @Test
  void aSpreadsheetIsReadWhateverItIsCalled() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      String[] header = HEADER.strip().split(",");
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      sheet.value(1, 0, 1);
      sheet.value(1, 1, "张伟");
      sheet.value(1, 2, "11010519491231002x");
      sheet.value(1, 3, "男");
      sheet.value(1, 4, LocalDate.of(1949, 12, 31));
      sheet.style(1, 4).format("yyyy-MM-dd").set();
      sheet.value(2, 0, 2);
      sheet.value(2, 1, "李娜");
      sheet.value(2, 2, 350205199001011000L);
      sheet.value(2, 3, "女");
      sheet.value(2, 4, "1990-01-01");
    }
    Receipt receipt =
        scene.deliver("taxpayers", out.toByteArray(), new Manifest(2, DeliveryScene.AS_OF, null));
    assertThat(receipt.format()).isEqualTo("xlsx");
    assertThat(receipt.accepted()).as(receipt.toString()).isEqualTo(1);
    assertThat(row(receipt).birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(receipt.rejects().get(0).line()).isEqualTo(3);
    assertThat(receipt.rejects().get(0).reason()).contains("电子表格");
  }

  @Test
  void anArchiveIsNoTableWhateverItIsCalled() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("records.csv"));
      zip.write((HEADER + row("1", "张伟", "", "1", "1990-01-02")).getBytes(StandardCharsets.UTF_8));
    }
    Receipt receipt =
        scene.deliver("taxpayers", out.toByteArray(), new Manifest(1, DeliveryScene.AS_OF, null));
    assertThat(receipt.state()).isEqualTo("quarantined");
    assertThat(receipt.reason()).contains("压缩包");
    assertThat(scene.count("register_row")).isZero();
  }

  @Test
  void bytesOfNoEncodingAreKeptInQuarantine() {
    byte[] noise = new byte[50_000];
    new java.util.Random(3).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0 ? 1 : noise[i];
    }
    Receipt receipt = scene.deliver("taxpayers", noise, new Manifest(1, DeliveryScene.AS_OF, null));
    assertThat(receipt.state()).isEqualTo("quarantined");
    assertThat(receipt.reason()).contains("UTF-8", "GB 18030");
  }

  @Test
  void theDepartmentsNextDeliveryReplacesOrCompletes() {
    String request = DeliveryScene.CENSUS + "-taxpayers";
    Receipt first =
        scene.deliver(
            "taxpayers",
            HEADER + row("1", "张伟", "", "1", "1990-01-02") + row("2", "李娜", "", "2", "坏"),
            4);
    assertThat(shortcoming(request)).contains("申报 4 条，文件中有 2 条");
    scene.deliveries.returnLatest(request, "短缺");

    Manifest completing =
        new Manifest("c-1", DeliveryScene.AS_OF, Manifest.Mode.COMPLETE, null, 2, null);
    String rest =
        HEADER + row("2", "李娜", "", "2", "1991-02-03") + row("3", "王芳", "", "2", "1992-01-02");
    Receipt second = scene.deliver("taxpayers", rest, StandardCharsets.UTF_8, completing);
    assertThat(second.completes()).isEqualTo(first.deliveryId());
    assertThat(shortcoming(request)).contains("仍缺 1 条");
    scene.deliveries.returnLatest(request, "仍缺");

    Manifest last = new Manifest("c-2", DeliveryScene.AS_OF, Manifest.Mode.COMPLETE, null, 2, null);
    String end =
        HEADER + row("3", "王芬", "", "2", "1992-01-02") + row("4", "赵强", "", "1", "1993-01-02");
    scene.deliver("taxpayers", end, StandardCharsets.UTF_8, last);
    assertThat(shortcoming(request)).isEmpty();
    scene.deliveries.accept(request);

    List<RegisterRow> rows = new ArrayList<>();
    scene.deliveries.forEachAccepted(DeliveryScene.CENSUS, "taxpayers", rows::add);
    assertThat(rows)
        .extracting(RegisterRow::recordId)
        .containsExactlyInAnyOrder("1", "2", "3", "4");
    assertThat(rows).extracting(RegisterRow::name).contains("王芬").doesNotContain("王芳");
  }

  @Test
  void aReplacingDeliveryStandsAlone() {
    String request = DeliveryScene.CENSUS + "-taxpayers";
    Receipt first = deliver(row("1", "张伟", "", "1", "1990-01-02"));
    deliver(row("2", "李娜", "", "2", "1991-02-03"));
    scene.deliveries.accept(request);
    List<RegisterRow> rows = new ArrayList<>();
    scene.deliveries.forEachAccepted(DeliveryScene.CENSUS, "taxpayers", rows::add);
    assertThat(rows).extracting(RegisterRow::recordId).containsExactly("2");
    assertThat(scene.deliveries.receipt(first.deliveryId()).state()).isEqualTo("replaced");
  }

  @Test
  void theSameFileAgainChangesNothingUnlessItsManifestIsCorrected() {
    String file = HEADER + row("1", "张伟", "", "1", "1990-01-02");
    Receipt first = scene.deliver("taxpayers", file, 2);
    assertThat(scene.deliver("taxpayers", file, 2)).isEqualTo(first);
    assertThat(scene.events).hasSize(1);
    scene.deliveries.returnLatest(first.requestId(), "条数不符");
    Receipt corrected = scene.deliver("taxpayers", file, 1);
    assertThat(corrected.deliveryId()).isNotEqualTo(first.deliveryId());
    assertThat(shortcoming(first.requestId())).isEmpty();
  }

  private String shortcoming(String request) {
    return scene.deliveries.shortcoming(request, 0.6, 1).orElse("");
  }

  private Receipt deliver(String rows) {
    return deliver(StandardCharsets.UTF_8, rows);
  }

  private Receipt deliver(Charset charset, String rows) {
    return deliver(charset, rows, "");
  }

  private Receipt deliver(Charset charset, String rows, String mark) {
    int count = (int) rows.lines().count();
    return scene.deliver(
        "taxpayers", mark + HEADER + rows, charset, new Manifest(count, DeliveryScene.AS_OF, null));
  }

  private RegisterRow row(Receipt receipt) {
    assertThat(receipt.accepted()).as(receipt.toString()).isEqualTo(1);
    return scene.onlyRow(receipt.deliveryId());
  }

  private static String row(String id, String name, String number, String sex, String birth) {
    return String.join(",", id, name, number, sex, birth, "滨湖北路1号", "海沧一厂") + "\n";
  }

  private static char check(String first17) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (first17.charAt(i) - '0') * weights[i];
    }
    return "10X98765432".charAt(sum % 11);
  }
}
