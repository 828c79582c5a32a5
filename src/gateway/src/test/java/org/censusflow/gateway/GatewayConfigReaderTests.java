package org.censusflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department's technician writes the gateway's file and is told of all faults at once. */
class GatewayConfigReaderTests {

  private static final Map<String, String> ENVIRONMENT = Map.of("GATEWAY_PASSWORD", "Secret-2020");

  private static final String SOUND =
      """
      server: https://census.example/
      district: haicang
      unit: health
      account: {user: hc-health, password-env: GATEWAY_PASSWORD}
      directory: state
      supplies:
        births:
          csv: {file: births.csv, encoding: GB18030, separator: ";"}
          as-of: 2020-11-20
          columns: {record_id: 编号, name: 姓名, sex: 性别}
          codes: {sex: {男: "1", 女: "2"}}
          constants: {status: normal}
        deaths:
          jdbc: {url: "jdbc:h2:mem:x", query: select 1}
          as-of: today
      """;

  @TempDir Path folder;

  private GatewayConfig read(String yaml) throws IOException {
    Path file = folder.resolve("gateway.yaml");
    Files.writeString(file, yaml);
    return GatewayConfigReader.read(file, ENVIRONMENT);
  }

  @Test
  void aSoundFileSaysWhereEachKindOfRecordComesFrom() throws IOException {
    GatewayConfig config = read(SOUND);

    assertThat(config.topic()).isEqualTo("records.haicang-health");
    assertThat(config.server()).hasToString("https://census.example");
    assertThat(config.password()).isEqualTo("Secret-2020");
    assertThat(config.directory()).isEqualTo(folder.resolve("state"));
    SupplyConfig births = config.supplies().get("births");
    assertThat(births.source())
        .isEqualTo(
            new SourceConfig.Csv(folder.resolve("births.csv"), Charset.forName("GB18030"), ';'));
    assertThat(births.asOf()).isEqualTo(LocalDate.of(2020, 11, 20));
    assertThat(births.columns().keySet()).containsExactly("record_id", "name", "sex");
    assertThat(config.supplies().get("deaths").asOf()).isNull();
  }

  @Test
  void aPasswordIsNeverPrinted() throws IOException {
    assertThat(read(SOUND).toString()).doesNotContain("Secret-2020");
    assertThat(new SourceConfig.Jdbc("jdbc:x", "u", "Secret-2020", "q", null).toString())
        .doesNotContain("Secret-2020");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    String faulty =
        """
        server: census
        unit: health
        account: {user: hc-health, password-env: NOT_SET}
        colour: red
        supplies:
          births:
            csv: {file: a.csv, encoding: Klingon}
            xlsx: {file: a.xlsx}
          deaths:
            csv: {file: a.csv, encoding: Klingon, separator: ";;"}
            as-of: yesterday
        """;
    assertThatThrownBy(() -> read(faulty))
        .isInstanceOf(GatewayRefused.class)
        .message()
        .startsWith("CF-E651")
        .contains(
            "colour：不认识的项目",
            "server：应为完整地址",
            "district：不能为空",
            "account.password-env：环境变量 NOT_SET 没有值",
            "supplies.births：csv、xlsx、jdbc 应写且只写一项",
            "supplies.births.as-of：请写资料截止日期",
            "supplies.deaths.csv.encoding：不认识的编码",
            "supplies.deaths.csv.separator：应为一个字符",
            "supplies.deaths.as-of：应为 2020-11-01 的形式");
  }

  @Test
  void aPasswordInTheFileItselfIsRefused() {
    String yaml = SOUND.replace("password-env: GATEWAY_PASSWORD", "password: Secret-2020");
    assertThatThrownBy(() -> read(yaml))
        .message()
        .contains("口令不写在本文件里")
        .doesNotContain("Secret-2020");
  }

  @Test
  void aFileThatIsNotYamlIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("server: [")).message().startsWith("CF-E650");
    assertThatThrownBy(() -> GatewayConfigReader.read(folder.resolve("none.yaml"), Map.of()))
        .message()
        .isEqualTo("CF-E650 无法读取配置文件 none.yaml。");
  }
}
