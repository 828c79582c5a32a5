package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a table comes back as it was, whichever program wrote it. */
class RoundTripTests {

  private static final int TABLES = 60;

  /** Texts of registers, and such as programs stumble over. */
  private static final String[] TEXTS = {
    "",
    "样例甲",
    "买买提·艾力",
    "𠮷田",
    "样例路1号",
    "a,b",
    "a;b|c",
    "say \"hi\"",
    "two\nlines",
    "O'BRIEN",
    "x y",
    "350205199001010010",
    "3502050010010010011",
    "0012",
    "-5",
    "+86 592",
    "2020-11-01",
    "1e5",
    "100%",
    "<&>",
    "_x000D_",
    "TRUE",
    "nullable",
    "N/A?",
    "é",
    "１２",
    "甲".repeat(200)
  };

  enum Writer {
    FASTEXCEL {
      @Override
      byte[] write(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book =
            new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
          Worksheet sheet = book.newWorksheet("数据");
          for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
              if (!rows.get(r).get(c).isEmpty()) {
                sheet.value(r, c, escaped(rows.get(r).get(c)));
              }
            }
          }
        }
        return out.toByteArray();
      }
    },
    INLINE_XML {
      @Override
      byte[] write(List<List<String>> rows) throws IOException {
        return SheetMaker.of(rows, false);
      }
    },
    STRICT_WITHOUT_REFERENCES {
      @Override
      byte[] write(List<List<String>> rows) throws IOException {
        return SheetMaker.of(rows, true);
      }
    },
    COMMA {
      @Override
      byte[] write(List<List<String>> rows) {
        return text(rows, ",", "\n", StandardCharsets.UTF_8);
      }
    },
    SEMICOLON_OF_EXCEL {
      @Override
      byte[] write(List<List<String>> rows) {
        return text(rows, ";", "\r\n", Charset.forName("GB18030"));
      }
    },
    TABS_IN_UTF_16 {
      @Override
      byte[] write(List<List<String>> rows) {
        return text(rows, "\t", "\r\n", StandardCharsets.UTF_16);
      }
    };

    abstract byte[] write(List<List<String>> rows) throws IOException;

    static String escaped(String text) {
      return text.replace("_x000D_", "_x005F_x000D_");
    }

    private static byte[] text(
        List<List<String>> rows, String separator, String lineEnd, Charset charset) {
      return rows.stream()
          .map(row -> row.stream().map(Writer::quoted).collect(Collectors.joining(separator)))
          .collect(Collectors.joining(lineEnd))
          .getBytes(charset);
    }

    private static String quoted(String text) {
      return text.matches("[\\w\\u4e00-\\u9fff]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
  }

  @ParameterizedTest
  @EnumSource(Writer.class)
  void tablesComeBackEqual(Writer writer) throws IOException {
    Random random = new Random(15);
    for (int i = 0; i < TABLES; i++) {
      List<List<String>> rows = table(random);
      Content content = Content.of(writer.write(rows));
      List<List<String>> read = new ArrayList<>();
      FileSurvey survey = FileSurvey.of(content, null);
      try (FileTable table = FileTable.open(content, survey, ColumnNames.ANY, new Notes())) {
        read.add(table.header());
        while (table.next()) {
          assertThat(table.fault()).isNull();
          read.add(table.cells());
        }
      }
      assertThat(read).as("table %d by %s", i, writer).isEqualTo(rows);
    }
  }

  private static List<List<String>> table(Random random) {
    int width = 2 + random.nextInt(12);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      head.add("列" + c);
    }
    rows.add(head);
    int count = random.nextInt(30);
    for (int r = 0; r < count; r++) {
      List<String> row = new ArrayList<>();
      row.add("r" + r);
      for (int c = 1; c < width; c++) {
        row.add(TEXTS[random.nextInt(TEXTS.length)]);
      }
      rows.add(row);
    }
    return rows;
  }
}
