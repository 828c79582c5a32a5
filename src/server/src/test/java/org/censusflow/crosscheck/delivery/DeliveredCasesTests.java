package org.censusflow.crosscheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of births as hospitals' systems and spreadsheets really write them, from door to receipt.
 */
class DeliveredCasesTests {

  private final DeliveryScene scene = DeliveryScene.inMemory();

  private Receipt births(String file, int count) throws IOException {
    return scene.deliver("births", bytes(file), new Manifest(count, DeliveryScene.AS_OF, null));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = DeliveredCasesTests.class.getResourceAsStream("/cases/" + file)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "02-formula-date.xlsx",
    "03-iso-date-cell.xlsx",
    "04-strict.xlsx",
    "05-no-styles.xlsx",
    "06-hidden-first.xlsx",
    "07-title-row.xlsx",
    "07b-two-row-head.xlsx",
    "07c-explanation-row.xlsx",
    "08-x000D.xlsx",
    "09-phonetic-inline.xlsx",
    "12-workbook-name.xlsx",
    "14-blank-rows.csv",
    "16-sep-line.csv",
    "17-cr-only.csv",
    "18-text-formula.csv",
    "25-compact-timestamps.csv"
  })
  void theOneRecordIsAccepted(String file) throws IOException {
    Receipt receipt = births(file, 1);
    assertThat(receipt.accepted()).as(receipt.toString()).isEqualTo(1);
    assertThat(receipt.rows()).isEqualTo(1);
    assertThat(receipt.rejects()).isEmpty();
    assertThat(scene.deliveries.shortcoming(receipt.requestId(), 0.05, 1)).isEmpty();
    RegisterRow row = scene.onlyRow(receipt.deliveryId());
    assertThat(row.name()).isEqualTo("样例甲");
    assertThat(row.birthDate()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(row.relatedName()).isEqualTo("样例乙");
    if (file.startsWith("18")) {
      assertThat(row.relatedId()).isEqualTo("350205199001010010");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10-error-cells.xlsx, 1, 0, 2, 错误值（#N/A）",
    "11-rows-without-r.xlsx, 2, 1, 3, 不是日历上有的日期",
    "13-serial-zero.xlsx, 1, 0, 2, 不是日历上有的日期",
    "19-mysql.csv, 2, 1, 3, 姓名和证件号码不能都为空",
    "22-kuntakao.csv, 1, 0, 2, 无法识别的字符"
  })
  void eachRowAtFaultIsNamed(String file, int count, int accepted, int line, String reason)
      throws IOException {
    Receipt receipt = births(file, count);
    assertThat(receipt.accepted()).isEqualTo(accepted);
    assertThat(receipt.rejects()).hasSize(1);
    assertThat(receipt.rejects().get(0).line()).isEqualTo(line);
    assertThat(receipt.rejects().get(0).reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"15-ragged.csv", "20-second-header.csv"})
  void bothRecordsAreAccepted(String file) throws IOException {
    Receipt receipt = births(file, 2);
    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.rejected()).isZero();
    assertThat(receipt.notes()).isNotEmpty();
  }

  @Test
  void numbersWithWhatNobodySeesAreCleaned() throws IOException {
    Receipt receipt = births("26-invisible-id.csv", 4);
    assertThat(receipt.accepted()).isEqualTo(4);
    assertThat(
            scene
                .jdbc
                .sql("select related_id from register_row where delivery_id = ? order by line")
                .param(receipt.deliveryId())
                .query(String.class)
                .list())
        .containsExactly(
            "350205199001010010", "11010519491231002X", "11010519491231002X", "350205199001010010");
    assertThat(receipt.notes()).anyMatch(note -> note.contains("不可见字符"));
  }

  @ParameterizedTest
  @CsvSource({
    "21-keys-big5.csv, csv, 编码存疑",
    "23-html.xls, web-page, 网页",
  })
  void whatCannotBeReadIsKeptAndCalledByItsName(String file, String format, String reason)
      throws IOException {
    Receipt receipt = births(file, 1);
    assertThat(receipt.state()).isEqualTo("quarantined");
    assertThat(receipt.format()).isEqualTo(format);
    assertThat(receipt.reason()).contains(reason);
    assertThat(scene.count("register_row")).isZero();
  }

  @Test
  void theEncodingThatIsNamedIsTaken() throws IOException {
    Manifest named = new Manifest("k", DeliveryScene.AS_OF, Manifest.Mode.REPLACE, "Big5", 1, null);
    Receipt receipt = scene.deliver("births", bytes("21-keys-big5.csv"), named);
    assertThat(scene.onlyRow(receipt.deliveryId()).name()).isEqualTo("陳大文");
  }

  @Test
  void rejectedRowsRunNowhereAndMayBeSentBack() throws IOException {
    Receipt receipt = births("24-injection.csv", 1);
    assertThat(receipt.rejected()).isEqualTo(1);
    List<String> lines = new ArrayList<>();
    scene.receipts.rejected(receipt.deliveryId(), lines::add);
    assertThat(lines.get(1)).contains("\"'=HYPERLINK(\"\"http", "'@样例乙", "'+样例路1号");

    String corrected =
        lines.stream().collect(Collectors.joining("\r\n")).replace("2020/13/1", "2020/12/1");
    Receipt again =
        scene.deliver(
            "births",
            ("\ufeff" + corrected).getBytes(StandardCharsets.UTF_8),
            new Manifest(1, DeliveryScene.AS_OF, null));
    assertThat(again.accepted()).as(again.toString()).isEqualTo(1);
    assertThat(scene.onlyRow(again.deliveryId()).relatedName()).isEqualTo("@样例乙");
    assertThat(scene.onlyRow(again.deliveryId()).address()).isEqualTo("+样例路1号");
  }
}
