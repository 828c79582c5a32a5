package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.censusflow.files.Spreadsheet.Line;
import org.censusflow.files.UnreadableSpreadsheet.Fault;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTests {

  @TempDir private Path folder;

  @Test
  void rowsComeWithTheirNumbersDatesAsDatesAndWithoutWhatIsEmpty() throws IOException {
    Path file = folder.resolve("births.xlsx");
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("出生");
      sheet.value(0, 0, "姓名");
      sheet.value(0, 1, "出生日期");
      sheet.value(2, 0, " 王一 ");
      sheet.value(2, 1, LocalDate.of(2020, 10, 31));
      sheet.style(2, 1).format("yyyy/m/d").set();
      sheet.value(2, 3, " ");
    }
    try (Spreadsheet fromDisk = Spreadsheet.open(file);
        Spreadsheet inMemory = Spreadsheet.of(Files.readAllBytes(file))) {
      for (Spreadsheet sheet : new Spreadsheet[] {fromDisk, inMemory}) {
        assertThat(sheet.next().cells()).containsExactly("姓名", "出生日期");
        Line line = sheet.next();
        assertThat(line.number()).isEqualTo(3);
        assertThat(line.cells()).containsExactly("王一", "2020-10-31");
        assertThat(sheet.next()).isNull();
      }
    }
  }

  @Test
  void whatDoesNotFitIntoMemoryIsNotRead() throws IOException {
    Path fits = LargeSpreadsheet.write(folder.resolve("fits.xlsx"), 256L << 20);
    refused(fits, Fault.DAMAGED);
    Path large = LargeSpreadsheet.write(folder.resolve("large.xlsx"), (256L << 20) + 1);
    assertThat(Files.size(large)).isLessThan(1 << 20);
    refused(large, Fault.TOO_LARGE);
  }

  @Test
  void whatIsNoSpreadsheetIsSaid() throws IOException {
    Path file = folder.resolve("births.xlsx");
    assertThatThrownBy(() -> Spreadsheet.open(file)).isInstanceOf(NoSuchFileException.class);
    Files.writeString(file, "编号,姓名\n1,王一\n");
    refused(file, Fault.DAMAGED);
    refused(LargeSpreadsheet.archive(file, "births.csv", 10), Fault.NO_SPREADSHEET);
  }

  private static void refused(Path file, Fault fault) {
    assertThatThrownBy(() -> Spreadsheet.open(file))
        .isInstanceOfSatisfying(
            UnreadableSpreadsheet.class, e -> assertThat(e.fault()).isEqualTo(fault));
    assertThatThrownBy(() -> Spreadsheet.of(Files.readAllBytes(file)))
        .isInstanceOfSatisfying(
            UnreadableSpreadsheet.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
