package org.censusflow.tables.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;
import org.junit.jupiter.api.Test;

class FormatTests {

  private static final Dimension AREA =
      new Dimension(
          "area",
          "地区",
          List.of(
              Category.of("350205", "海沧区", null),
              Category.of("001", "新阳,街道", "350205"),
              Category.of("002", "=cmd \"嵩屿\"", "350205")));
  private static final Dimension SEX =
      new Dimension(
          "sex",
          "性别",
          List.of(
              Category.of("T", "合计", null),
              Category.of("1", "男", "T"),
              Category.of("2", "女", "T")));
  private static final Table TABLE =
      Table.summed("pop-1", Map.of(), List.of(AREA, SEX), at -> 10 * at[0] + at[1]);
  private static final ShownTable SHOWN =
      new ShownTable(
          TABLE,
          Set.of(4, 5),
          new About(
              "人口\n表",
              "普查办",
              "CF350205",
              "1.0.0",
              Instant.parse("2021-05-21T02:00:00Z"),
              "sha256:ab",
              "CensusFlow 0.1",
              List.of("部分数字不公布")));

  @Test
  void csvHasCodesLabelsAndMarks() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvTable.write(SHOWN, out);
    assertThat(out.toString().split("\r\n"))
        .startsWith(
            "\ufeffarea,地区,sex,性别,count,status",
            "350205,海沧区,T,合计,66,",
            "350205,海沧区,1,男,32,",
            "350205,海沧区,2,女,34,",
            "001,\"新阳,街道\",T,合计,23,",
            "001,\"新阳,街道\",1,男,,c",
            "001,\"新阳,街道\",2,女,,c",
            "002,\"'=cmd \"\"嵩屿\"\"\",T,合计,43,")
        .contains("checksum,sha256:ab", "program,CensusFlow 0.1", "note,部分数字不公布");
  }

  @Test
  void jsonStatIsADataset() throws IOException {
    StringBuilder out = new StringBuilder();
    JsonStat.write(SHOWN, out);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("class").asText()).isEqualTo("dataset");
    assertThat(json.get("label").asText()).isEqualTo("人口\n表");
    assertThat(json.get("size").toString()).isEqualTo("[3,3]");
    assertThat(json.get("value").toString()).isEqualTo("[66,32,34,23,null,null,43,21,22]");
    assertThat(json.get("status").toString()).isEqualTo("{\"4\":\"c\",\"5\":\"c\"}");
    assertThat(json.at("/dimension/area/category/index").toString())
        .isEqualTo("[\"350205\",\"001\",\"002\"]");
    assertThat(json.at("/dimension/area/category/label/002").asText()).isEqualTo("=cmd \"嵩屿\"");
    assertThat(json.at("/dimension/sex/category/child/T").toString()).isEqualTo("[\"1\",\"2\"]");
    assertThat(json.at("/extension/checksum").asText()).isEqualTo("sha256:ab");
  }

  @Test
  void sdmxHasItsStructureInEveryLine() throws IOException {
    StringBuilder out = new StringBuilder();
    SdmxCsv.write(SHOWN, out);
    assertThat(out.toString().split("\r\n"))
        .hasSize(10)
        .startsWith(
            "STRUCTURE,STRUCTURE_ID,ACTION,AREA,SEX,OBS_VALUE,OBS_STATUS",
            "dataflow,CF350205:POP_1(1.0.0),I,350205,T,66,A")
        .contains("dataflow,CF350205:POP_1(1.0.0),I,001,1,,Q");
  }
}
