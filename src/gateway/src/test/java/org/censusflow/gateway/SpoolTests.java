package org.censusflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.censusflow.files.LargeSpreadsheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a department keeps its records in, the same file goes to the census. */
class SpoolTests {

  private static final String SENT =
      "record_id,name,sex,status\n1,王一,1,normal\n2,\"李,二\",2,normal\n";

  private static final Map<String, String> COLUMNS = new java.util.LinkedHashMap<>();

  static {
    COLUMNS.put("record_id", "编号");
    COLUMNS.put("name", "姓名");
    COLUMNS.put("sex", "性别");
  }

  @TempDir Path folder;
  private final List<String> noticed = new ArrayList<>();
  private Spool spool;

  @BeforeEach
  void spool() {
    spool = new Spool(folder.resolve("state"), Clock.systemDefaultZone());
  }

  private static SupplyConfig supply(SourceConfig source) {
    return new SupplyConfig(
        source,
        LocalDate.of(2020, 11, 20),
        COLUMNS,
        Map.of("sex", Map.of("男", "1", "女", "2")),
        Map.of("status", "normal"));
  }

  private SpoolManifest write(SourceConfig source) {
    return spool.write("task-1", "haicang-2020-births", supply(source), rows -> {}, noticed::add);
  }

  private void assertSent(SpoolManifest manifest) throws Exception {
    byte[] content = Files.readAllBytes(spool.file("task-1"));
    assertThat(new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(SENT);
    assertThat(manifest.count()).isEqualTo(2);
    assertThat(manifest.bytes()).isEqualTo(content.length);
    assertThat(manifest.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(spool.find("task-1")).contains(manifest);
  }

  @Test
  void aTextFileInTheOfficesEncoding() throws Exception {
    Path file = folder.resolve("births.csv");
    Files.writeString(file, "编号,姓名,性别,备注\n1,王一,男,x\n2,\"李,二\",女,y\n", Charset.forName("GB18030"));
    assertSent(write(new SourceConfig.Csv(file, null, ',')));
  }

  @Test
  void aTextFileInUtf8WithAMark() throws Exception {
    Path file = folder.resolve("births.csv");
    Files.writeString(file, "\uFEFF编号;姓名;性别\n1;王一;男\n2;李,二;女\n");
    assertSent(write(new SourceConfig.Csv(file, null, ';')));
  }

  @Test
  void aSpreadsheet() throws Exception {
    Path file = folder.resolve("births.xlsx");
    String[][] rows = {{"姓名", "编号", "性别"}, {"王一", "1", "男"}, {}, {"李,二", "2", "女"}};
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("出生");
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          sheet.value(r, c, rows[r][c]);
        }
      }
    }
    assertSent(write(new SourceConfig.Xlsx(file)));
  }

  @Test
  void aSpreadsheetThatDoesNotFitIntoMemoryIsRefusedWithAdvice() throws Exception {
    Path file = LargeSpreadsheet.write(folder.resolve("births.xlsx"), 257L << 20);
    assertThatThrownBy(() -> write(new SourceConfig.Xlsx(file)))
        .isInstanceOf(GatewayRefused.class)
        .hasMessage("CF-E654 电子表格展开后过大，请导出为 CSV 后重新上传。");
    assertThat(spool.find("task-1")).isEmpty();
  }

  @Test
  void aDatabase() throws Exception {
    String url = "jdbc:h2:mem:spool;DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE";
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute("create table birth (id int, name varchar(20), sex varchar(2))");
      statement.execute("insert into birth values (1, '王一', '男'), (2, '李,二', '女')");
    }
    String query = "select id as \"编号\", name as \"姓名\", sex as \"性别\" from birth order by id";
    assertSent(write(new SourceConfig.Jdbc(url, "sa", "", query, null)));
  }

  @Test
  void columnsThatAreMissingAreAllNamedAndNothingIsKept() throws IOException {
    Path file = folder.resolve("births.csv");
    Files.writeString(file, "编号,备注\n1,x\n");
    assertThatThrownBy(() -> write(new SourceConfig.Csv(file, null, ',')))
        .hasMessage("CF-E656 资料中没有这些列：姓名、性别；现有的列：编号、备注");
    assertThat(spool.find("task-1")).isEmpty();
  }

  @Test
  void titlesRemarksAndEmptyRowsOfTheSourceAreNotSent() throws Exception {
    Path file = folder.resolve("births.csv");
    Files.writeString(
        file,
        "sep=;\n海沧区住院分娩登记表;;\n编 号*;姓名（汉字）;性别\n必填;必填;男/女\n1;王一;男\n;;\n2;李,二;女\n合计;2;\n",
        Charset.forName("GBK"));
    assertSent(write(new SourceConfig.Csv(file, null, (char) 0)));
    assertThat(noticed)
        .containsExactlyInAnyOrder(
            "表头在第 3 行，上面的标题行不计", "第 4 行是填写说明，不计", "空行不计：1 行", "第 8 行是合计、签名或备注，不计");
  }

  @Test
  void daysOfADatabaseAreTheDaysThatStandInIt() throws Exception {
    java.util.TimeZone before = java.util.TimeZone.getDefault();
    try {
      for (String zone : List.of("Asia/Shanghai", "UTC", "America/Los_Angeles")) {
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(zone));
        String query =
            "select '1' as 编号, '王一' as 姓名, date '1940-06-01' as 性别 union all "
                + "select '2', '李二', cast(timestamp '1988-04-17 00:00:00' as date)";
        SourceConfig source = new SourceConfig.Jdbc("jdbc:h2:mem:", "sa", "", query, null);
        try (RowSource rows = RowSource.open(source, supply(source).sourceColumns())) {
          assertThat(rows.next()[2]).as(zone).isEqualTo("1940-06-01");
          assertThat(rows.next()[2]).as(zone).isEqualTo("1988-04-17");
        }
      }
    } finally {
      java.util.TimeZone.setDefault(before);
    }
  }

  @Test
  void aSourceThatCannotBeReadIsSaidWithoutItsContent() throws IOException {
    Path file = folder.resolve("births.csv");
    assertThatThrownBy(() -> write(new SourceConfig.Csv(file, null, ',')))
        .hasMessageStartingWith("CF-E652");
    Files.writeString(file, "编号,姓名,性别\n1,王一,男,多余\n");
    assertThatThrownBy(() -> write(new SourceConfig.Csv(file, null, ',')))
        .hasMessage("CF-E654 第 2 行：列数与表头不一致（应为 3 列，本行 4 列）。");
    byte[] broken = "编号,姓名,性别\n1,王一#,男\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < broken.length; i++) {
      broken[i] = broken[i] == '#' ? (byte) 0xe4 : broken[i];
    }
    Files.write(file, broken);
    assertThatThrownBy(() -> write(new SourceConfig.Csv(file, null, ',')))
        .hasMessage("CF-E654 第 2 行含有无法识别的字符，请改正，或写明文件的编码。");
    SourceConfig query = new SourceConfig.Jdbc("jdbc:h2:mem:none", "sa", "", "select x", null);
    assertThatThrownBy(() -> write(query)).hasMessageStartingWith("CF-E655 数据库查询失败（SQLSTATE");
  }

  @Test
  void whatACrashLeftHalfWrittenIsReadAnew() throws Exception {
    Path file = folder.resolve("births.csv");
    Files.writeString(file, "编号,姓名,性别\n1,王一,男\n2,\"李,二\",女\n");
    Files.writeString(folder.resolve("state").resolve("task-1.part"), "record_id,na");
    assertThat(spool.find("task-1")).isEmpty();
    assertSent(write(new SourceConfig.Csv(file, null, ',')));
  }

  @Test
  void onlyTheGatewaysUserReadsTheFolder() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder.resolve("state")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
  }
}
