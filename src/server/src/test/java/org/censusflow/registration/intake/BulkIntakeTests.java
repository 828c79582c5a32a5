package org.censusflow.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.intake.IntakeDatabase.FILLED_IN;
import static org.censusflow.registration.intake.IntakeDatabase.HEADER;
import static org.censusflow.registration.intake.IntakeDatabase.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Good rows are kept, bad ones are told by row and reason, and an unreadable file leaves nothing.
 */
class BulkIntakeTests {

  @TempDir private Path folder;
  private IntakeDatabase database;

  @BeforeEach
  void anEmptyCensus() {
    database = open(folder);
  }

  IntakeDatabase open(Path folder) {
    return IntakeDatabase.h2(folder);
  }

  @Test
  void goodRowsAreKeptAndEachBadOneIsToldByRowAndReason() throws Exception {
    IntakeJob job =
        database.takeIn(
            database.file(
                "census.csv",
                HEADER,
                row(1),
                row(2, BLOCK, "1980-01-01", "77"),
                row(3, "350205009001001", "1980-01-01", "01"),
                row(4, BLOCK, "2099-01-01", "01"),
                "5,too,short",
                row(6).replace(",short", ",medium"),
                row(7).replace("戴伟", ""),
                row(8).replace("1980-01-01", "1980-02-30"),
                row(9)));

    assertThat(job.state()).isEqualTo("DONE");
    assertThat(job.accepted()).isEqualTo(2);
    assertThat(job.rejected()).isEqualTo(7);
    assertThat(job.doneRows()).isEqualTo(job.totalRows()).isEqualTo(9);
    assertThat(database.rejects())
        .containsExactly(
            "3 F02 “民族”的代码不在现行标准代码表中",
            "4 R03 普查小区不在本次普查的名录中，请核对 15 位编码",
            "5 P01 出生日期晚于填报日期",
            "6 R01 列数与表头不一致",
            "7 R05 表种不存在，应为短表、长表、港澳台和外籍人员表或死亡表",
            "8 F01 “姓名”不能为空",
            "9 F04 “出生日期”不是日期（应为 2020-11-01 的形式）");
    nothingIsHalfStored(2);
  }

  private void nothingIsHalfStored(long persons) {
    assertThat(database.count("person")).isEqualTo(persons);
    assertThat(database.count("person_version")).isEqualTo(persons);
    assertThat(database.count("household")).isEqualTo(persons);
    assertThat(database.count("household_version")).isEqualTo(persons);
  }

  @Test
  void aFormPastItsExpiryIsRefusedRowByRow() throws Exception {
    IntakeJob job =
        database.takeIn(
            database.file(
                "census.csv",
                HEADER + ",filled_in",
                row(1) + ",2020-11-10",
                row(2) + ",2021-04-01"));
    // Nobody can have filled it in after today, which is before the form's expiry here.
    assertThat(job.accepted()).isEqualTo(1);
    assertThat(database.rejects()).containsExactly("3 R09 填报日期早于标准时点或晚于今天");

    java.time.Clock later =
        java.time.Clock.fixed(
            java.time.Instant.parse("2021-06-01T00:00:00Z"), java.time.ZoneOffset.UTC);
    BulkIntake afterwards = database.intake(later);
    Path file = database.file("late.csv", HEADER, row(3));
    IntakeJob expired =
        afterwards.open(CENSUS, file, "late.csv", null, LocalDate.of(2021, 4, 1), "hc-office-1");
    assertThat(afterwards.run(expired.id(), file).rejected()).isEqualTo(1);
    assertThat(database.rejects().toString())
        .contains("R06 “R601 第七次全国人口普查短表”所用普查表在填报之日不在有效期内，不得使用");
    nothingIsHalfStored(1);
  }

  @Test
  void aLineOfTenMegabytesIsPassedOverAndTold() throws Exception {
    String monster = "2," + BLOCK + ",2,1," + "戴".repeat(3_500_000) + ",0";
    IntakeJob job = database.takeIn(database.file("census.csv", HEADER, row(1), monster, row(3)));
    assertThat(job.accepted()).isEqualTo(2);
    assertThat(database.rejects()).containsExactly("3 R02 一行超过 64 KB，可能缺少换行或引号没有成对");
  }

  @Test
  void aQuoteThatIsNeverClosedIsTold() throws Exception {
    IntakeJob job =
        database.takeIn(database.file("census.csv", HEADER, row(1), row(2).replace("戴伟", "\"戴伟")));
    assertThat(job.accepted()).isEqualTo(1);
    assertThat(database.rejects()).containsExactly("3 R02 一行超过 64 KB，可能缺少换行或引号没有成对");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-16", "UTF-8"})
  void theEncodingIsFoundOut(String encoding) throws Exception {
    Path file = database.file("census.csv", Charset.forName(encoding), HEADER, row(1), row(2));
    assertThat(database.takeIn(file).accepted()).isEqualTo(2);
    assertThat(
            database
                .jdbc()
                .sql("select distinct name from person_version")
                .query(String.class)
                .single())
        .isEqualTo("戴伟");
  }

  @Test
  void whatIsNoCsvFileIsRefused() throws Exception {
    Path zip = folder.resolve("census.csv");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("census.csv"));
      out.write((HEADER + "\n" + row(1)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    refused(zip, "CF-E820 文件是压缩包");
    refused(Files.write(folder.resolve("bin.csv"), new byte[100]), "CF-E820 文件不是文本");
    refused(database.file("empty.csv", HEADER), "CF-E823 文件中没有记录");
    refused(database.file("columns.csv", "row_id,name", "1,戴伟"), "CF-E821 文件缺少以下列：普查小区（block）");
    refused(Files.createFile(folder.resolve("nothing.csv")), "CF-E821");
    nothingIsHalfStored(0);
  }

  @Test
  void whatAFileIsCalledSaysNothing() throws Exception {
    assertThat(database.takeIn(database.file("census.xlsx", HEADER, row(1))).format())
        .isEqualTo("csv");
  }

  @Test
  void aFileThatASpreadsheetSavedIsReadAsItIsMeant() throws Exception {
    String head = HEADER.replace("row_id", "行 号*").replace("birth_date", "\"出生日期\n（年月日）\"");
    String row =
        row(1)
            .replace("1980-01-01", "1980/1/1")
            .replace("34052419800101001X", "'34052419800101001x");
    assertThat(row).contains("1980/1/1", "'");
    IntakeJob job =
        database.takeIn(
            database.file(
                "census.csv",
                "sep=;",
                head.replace(',', ';'),
                row.replace(',', ';'),
                ";;;;;;;;;;;;;",
                " ;;;"));
    assertThat(job.accepted()).isEqualTo(1);
    assertThat(job.rejected()).isZero();
    assertThat(job.notes())
        .containsExactly(
            "空行不计：2 行", "日期由其他写法转为 2020-11-01 的形式：1 行", "“公民身份号码”由全角、小写、带空格或不可见字符等写法转为标准写法：1 行");
    assertThat(
            database
                .jdbc()
                .sql("select birth_date || ' ' || id_number from person_version")
                .query(String.class)
                .single())
        .isEqualTo("1980-01-01 34052419800101001X");
  }

  @Test
  void whatIsNoTextCostsItsRowOnly() throws Exception {
    Path file =
        database.file(
            "census.csv",
            StandardCharsets.ISO_8859_1,
            new String(
                (HEADER + "\n" + row(1) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1),
            new String(
                    row(2).replace("戴伟", "戴#").getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1)
                .replace('#', '\u00e4'),
            new String(
                row(3).replace("戴伟", "#N/A").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));
    IntakeJob job = database.takeIn(file);
    assertThat(job.accepted()).isEqualTo(1);
    assertThat(database.rejects())
        .containsExactly("4 R13 不是所选编码的文字", "5 R17 含有电子表格的错误值（#N/A、#REF! 等），请改正公式后重新导出");
  }

  private void refused(Path file, String message) {
    assertThatThrownBy(() -> database.takeIn(file))
        .isInstanceOf(IntakeRefused.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theSameRowsAgainChangeNothingAndOthersUnderTheirKeysAreRefused() throws Exception {
    database.takeIn(database.file("first.csv", HEADER, row(1), row(2)));
    IntakeJob again =
        database.takeIn(database.file("second.csv", HEADER, row(2), row(1), row(3), row(3)));
    assertThat(again.accepted()).isEqualTo(1);
    assertThat(again.repeated()).isEqualTo(3);

    IntakeJob changed =
        database.takeIn(database.file("third.csv", HEADER, row(1).replace("戴伟", "戴维")));
    assertThat(changed.rejected()).isEqualTo(1);
    assertThat(database.rejects()).containsExactly("2 R08 同一行号已经登记过不同的内容；已登记的答案不能覆盖，更正请走更正任务");
    nothingIsHalfStored(3);
  }

  @Test
  void theSameFileAgainIsTheJobThatIsThere() throws Exception {
    Path file = database.file("census.csv", HEADER, row(1));
    IntakeJob first = database.takeIn(file);
    IntakeJob second = database.takeIn(file);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aJobThatBrokeOffGoesOnAtItsRow() throws Exception {
    int rows = Chunk.ROWS + 500;
    Path file = many(rows);
    IntakeJob job =
        database.intake().open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-1");
    assertThatThrownBy(
            () ->
                database
                    .intake()
                    .run(
                        job.id(),
                        file,
                        done -> {
                          throw new IllegalStateException("the program dies here");
                        }))
        .hasMessage("the program dies here");
    assertThat(database.count("person")).isEqualTo(Chunk.ROWS);

    IntakeJob done = database.intake().run(job.id(), file);
    assertThat(done.state()).isEqualTo("DONE");
    assertThat(done.accepted()).isEqualTo(rows);
    assertThat(done.repeated()).isZero();
    nothingIsHalfStored(rows);
  }

  private Path many(int rows) throws IOException {
    return database.file(
        "census.csv",
        Stream.concat(
                Stream.of(HEADER),
                IntStream.rangeClosed(1, rows).mapToObj(IntakeDatabase::row).map(r -> r))
            .toArray(String[]::new));
  }

  @Test
  void twoThatRunOneJobStoreEveryRowOnce() throws Exception {
    Path file = many(900);
    IntakeJob job =
        database.intake().open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-1");
    Thread other = new Thread(() -> quietly(job, file));
    other.start();
    quietly(job, file);
    other.join();
    assertThat(database.intake().run(job.id(), file).accepted()).isEqualTo(900);
    nothingIsHalfStored(900);
  }

  private void quietly(IntakeJob job, Path file) {
    try {
      database.intake().run(job.id(), file);
    } catch (SQLException | IOException e) {
      // One of the two may meet the other's lock; the rows tell.
    }
  }

  @Test
  void aSpreadsheetIsTakenInLikeAFileOfText() throws Exception {
    Path file = folder.resolve("census.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("登记");
      List<String> lines =
          List.of(
              "行号,普查小区,户编号,序号,姓名,与户主关系,公民身份号码（证件号码）,性别,出生日期,民族,登记情形,户口所在,地址,表种",
              row(1),
              row(2, BLOCK, "1980-01-01", "77"));
      for (int r = 0; r < lines.size(); r++) {
        String[] cells = lines.get(r).split(",");
        for (int c = 0; c < cells.length; c++) {
          if (r > 0 && (c == 0 || c == 2)) {
            sheet.value(r, c, Integer.parseInt(cells[c]));
          } else {
            sheet.value(r, c, cells[c]);
          }
        }
      }
    }
    IntakeJob job = database.takeIn(file);
    assertThat(job.format()).isEqualTo("xlsx");
    assertThat(job.accepted()).isEqualTo(1);
    assertThat(database.rejects()).containsExactly("3 F02 “民族”的代码不在现行标准代码表中");
  }

  @Test
  void householdsAreCheckedWholeEvenWhenTheirRowsStandApart() throws Exception {
    String wife =
        "3," + BLOCK + ",1,2,白萍,0,110105198001010024,2,1980-01-01,01,here,local-block,样例路1号,short";
    database.takeIn(database.file("census.csv", HEADER, row(1), row(2), wife));
    assertThat(
            database
                .jdbc()
                .sql(
                    "select h.household_no, f.check_id from check_finding f join household h on h.id = f.household_id")
                .query((row, n) -> row.getInt(1) + " " + row.getString(2))
                .list())
        .containsExactly("1 H02");
    assertThat(database.count("intake_recheck")).isZero();
  }

  @Test
  void aDeathIsNoPersonOfThePopulation() throws Exception {
    String dead =
        "9," + BLOCK + ",1,2,林振添,,34052419800101001X,1,1980-01-01,01,,,样例路1号,death,2020-05-06";
    IntakeJob job =
        database.takeIn(database.file("census.csv", HEADER + ",death_date", row(1) + ",", dead));
    assertThat(job.accepted()).isEqualTo(2);
    assertThat(database.count("death_report")).isOne();
    nothingIsHalfStored(1);
  }
}
