package org.censusflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a department can ask of a file before it hands it in. */
class CheckFileTests {

  private static final String HEAD = "编号,出生证号,婴儿姓名,性别,出生时间,产妇姓名,产妇身份证号,住址,备注\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(Path file, String... more) {
    String[] args = {"check-file", file.toString(), "--as", "births"};
    String[] all =
        java.util.stream.Stream.of(args, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new);
    return new CommandLine(new GatewayCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aSoundFileIsSaidToBeSound() throws IOException {
    Path file = file("a.csv", HEAD + "1,A,样例甲,男,2020/3/1,样例乙,,样例路1号,\n,,,,,,,,\n");
    assertThat(check(file)).isZero();
    assertThat(out.toString())
        .contains("格式：csv，UTF-8", "列：婴儿姓名 → name", "列：备注 → 不用", "说明：空行不计：1 行", "记录：1，可接收 1，将拒收 0");
  }

  @Test
  void rowsThatWouldBeRejectedAreNamedInJsonToo() throws IOException {
    Path file =
        file("a.csv", HEAD + "1,A,样例甲,男,2020/13/1,样例乙,,样例路1号,\n2,B,样例丙,女,20200302,样例乙,,样例路1号,\n");
    assertThat(check(file, "--json")).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("accepted").asInt()).isEqualTo(1);
    assertThat(report.path("rejects").path(0).path("line").asInt()).isEqualTo(2);
    assertThat(report.path("rejects").path(0).path("reason").asText()).contains("不是日历上有的日期");
    assertThat(report.path("columns").path("出生时间").asText()).isEqualTo("birth_date");
    assertThat(report.path("preview").path(0).path(2).asText()).isEqualTo("样例丙");
  }

  @Test
  void whatCannotBeReadIsCalledByItsName() throws IOException {
    assertThat(check(file("a.xls", "<html><table>"))).isEqualTo(3);
    assertThat(out.toString()).contains("格式：web-page", "无法读取：文件其实是网页");
    assertThat(check(file("b.csv", "a,b\n1,2\n"))).isEqualTo(3);
    assertThat(out.toString()).contains("文件缺少以下列：record_id");
    assertThat(check(folder.resolve("none.csv"))).isEqualTo(2);
    assertThat(err.toString()).contains("There is no file");
  }
}
