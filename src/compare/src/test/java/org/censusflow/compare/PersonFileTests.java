package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.RejectedRow;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonFileTests {

  @TempDir private Path folder;

  @Test
  void aSpreadsheetIsReadLikeAFile() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("人员");
      String[][] rows = {{"姓名", "出生日期"}, {"张伟", "1949-12-31"}, {"李四", ""}, {"a", "b", "c"}};
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          sheet.value(r, c, rows[r][c]);
        }
      }
      sheet.value(4, 0, "王五");
      sheet.value(4, 1, java.time.LocalDate.of(1980, 2, 3));
      sheet.style(4, 1).format("yyyy-mm-dd").set();
    }
    List<Field> fields =
        List.of(
            new Field("name", Role.NAME, List.of("姓名")),
            new Field("birth", Role.DATE, List.of("出生日期")));
    PopulationInput input = PersonFile.read(file, fields, new Workers(1), note -> {});
    assertThat(input.population().size()).isEqualTo(3);
    assertThat(input.population().text("name", 0)).isEqualTo("张伟");
    assertThat(input.population().text("birth", 2)).isEqualTo("1980-02-03");
    assertThat(input.rejected()).containsExactly(new RejectedRow(4, "expected 2 values, found 3"));
  }

  @Test
  void anArchiveThatIsNoSpreadsheetIsSaidToBeNone() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("persons.csv"));
      zip.write("name,birth".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> PersonFile.read(file, List.of(), new Workers(1), note -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("压缩包");
  }
}
