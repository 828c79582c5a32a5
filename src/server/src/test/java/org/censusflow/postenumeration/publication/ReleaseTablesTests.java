package org.censusflow.postenumeration.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseTablesTests {

  @Test
  void theSmallestFigureIsFound() {
    ReleaseTables tables =
        ReleaseTables.of(
            """
            全区常住人口 3 项数字如下：

            | 地区 | 合计 | 男 | 女 | 性别比 |
            |:-----|-----:|---:|---:|------:|
            | 全区 | 1,041 | 520 | 521 | 99.8 |
            | 　海沧街道 | 1 000 | 500 | 500 | 100 |
            | 　　甲社区 | 993 | 500 | 493 | 101.4 |
            | 　　乙社区 | 7 | - | 7 | - |
            | 　新阳街道 | 41 | 20 | 21 | 95.2 |

            | 民族 | 人口数 |
            | --- | --- |
            | 汉族 | 900 |
            | 畲族 | 12 |
            """);
    assertThat(tables.tables()).isEqualTo(2);
    assertThat(tables.smallest()).hasValue(7);
    assertThat(tables.faults()).isEmpty();
    assertThat(tables.sheet()).contains("程序检查了正文中的 2 张表，最小的非零数字是 7；各项相加相符。");
  }

  @Test
  void theCellThatDoesNotAddUpIsNamed() {
    ReleaseTables tables =
        ReleaseTables.of(
            """
            | 地区 | 合计 | 男 | 女 |
            | --- | --- | --- | --- |
            | 合计 | 60 | 30 | 30 |
            | 甲 | 41 | 20 | 20 |
            | 乙 | 20 | 10 | 10 |
            """);
    assertThat(tables.faults())
        .containsExactly("表1“合计，合计”为 60，其各部分相加为 61", "表1“甲，合计”为 41，其各部分相加为 40");
  }

  @Test
  void aHiddenFigureThatFollowsIsNamed() {
    String table =
        """
        | 地区 | 合计 | 男 | 女 |
        | --- | --- | --- | --- |
        | 合计 | 60 | 30 | 30 |
        | 甲 | 40 | %s | %s |
        | 乙 | 20 | %s | %s |
        """;
    assertThat(ReleaseTables.of(table.formatted("37", "*", "…", "18")).faults())
        .containsExactly("表1隐去的“甲，女”可以由其他数字算出", "表1隐去的“乙，男”可以由其他数字算出");
    assertThat(ReleaseTables.of(table.formatted("*", "*", "*", "*")).faults()).isEmpty();
  }

  @Test
  void whatIsNoTableOfCountsIsPassedOver() {
    assertThat(ReleaseTables.of("甲|乙\n| 一 |\n| 1 | 2 |\n").tables()).isZero();
    ReleaseTables shares = ReleaseTables.of("| 地区 | 比重 |\n| 甲 | 12.5 |\n| 乙 | 1.5% |\n");
    assertThat(shares.tables()).isZero();
    assertThat(shares.smallest()).isEmpty();
    assertThat(shares.sheet()).isEmpty();
    ReleaseTables numbered =
        ReleaseTables.of("| 地区 | 序号 | 人数 |\n| 甲 | 1 | 500 |\n| 乙 | 2 | 600 |\n");
    assertThat(numbered.smallest()).hasValue(500);
  }
}
