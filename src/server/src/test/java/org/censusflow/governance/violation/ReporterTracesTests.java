package org.censusflow.governance.violation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReporterTracesTests {

  @ParameterizedTest
  @CsvSource({
    "电话13800000000联系, 手机号码",
    "证号11010119900307743X。, 证件号码",
    "致电0592-6051234, 固定电话号码",
    "写信到a.b@example.com, 电子邮箱",
    "据举报人说, 举报人的情况",
    "反映群众来访, 举报人的情况"
  })
  void whatGivesSomebodyAwayIsFound(String text, String kind) {
    assertThat(ReporterTraces.in(text)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"某街道授意普查员改动登记表3次", "罚款100000元", "小区350205002001001", "反映的情况属实"})
  void whatHappenedMayBeSaid(String text) {
    assertThat(ReporterTraces.in(text)).isEmpty();
  }
}
