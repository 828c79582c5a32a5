package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that were made to do harm. */
class BoundsTests {

  @TempDir private Path folder;

  @Test
  void textsThatDoNotFitIntoMemoryAreNotRead() throws IOException {
    Path large = LargeSpreadsheet.write(folder.resolve("large.xlsx"), (256L << 20) + 1);
    assertThat(Files.size(large)).isLessThan(1 << 20);
    refused(large, "展开后过大");
  }

  @Test
  void oneTagOfManyMegabytesIsNotHeld() throws IOException {
    refused(sheet("<worksheet a='" + "x".repeat(5 << 20) + "'><sheetData/></worksheet>"), "展开后过大");
  }

  @Test
  void entitiesAreNotExpanded() throws IOException {
    refused(
        sheet(
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>"),
        "已损坏");
    refused(
        sheet(
            "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>"),
        "已损坏");
  }

  @Test
  void aCellOfMegabytesIsNotHeld() throws IOException {
    refused(
        sheet(
            "<worksheet><sheetData><row><c t='str'><v>"
                + "x".repeat(1 << 20)
                + "</v></c></row></sheetData></worksheet>"),
        "32767");
  }

  @Test
  void aCellFarToTheRightIsOneCell() throws IOException {
    Path file =
        sheet(
            "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>a</v></c><c r='XFD1' t='str'><v>z</v></c></row><row r='1048576'><c r='ZZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>");
    refused(file, "已损坏");
  }

  private Path sheet(String xml) throws IOException {
    Path file = folder.resolve("a.xlsx");
    String related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='"
              + related
              + "'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r1' Type='"
              + related
              + "/worksheet' Target='sheet.xml'/></Relationships>");
      put(zip, "xl/sheet.xml", xml);
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void refused(Path file, String reason) {
    Content content = Content.of(file);
    assertThatThrownBy(
            () -> {
              FileSurvey survey = FileSurvey.of(content, null);
              try (FileTable table =
                  FileTable.open(content, survey, ColumnNames.ANY, new Notes())) {
                while (table.next()) {
                  assertThat(table.width()).isPositive();
                }
              }
            })
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(reason);
  }
}
