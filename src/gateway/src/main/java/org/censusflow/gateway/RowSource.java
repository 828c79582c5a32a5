package org.censusflow.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Records, row by row; never more than a few in memory. */
interface RowSource extends Closeable {

  /** Names of the columns as the source has them. */
  List<String> columns();

  /**
   * The next row, a value a column, empty for none; null after the last.
   *
   * @throws GatewayRefused when the source cannot be read on
   */
  String[] next() throws IOException;

  /**
   * @throws GatewayRefused when the source cannot be opened
   */
  static RowSource open(SourceConfig config) {
    try {
      if (config instanceof SourceConfig.Csv csv) {
        return CsvSource.open(csv);
      }
      if (config instanceof SourceConfig.Xlsx xlsx) {
        return XlsxSource.open(xlsx);
      }
      return JdbcSource.open((SourceConfig.Jdbc) config);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new GatewayRefused("CF-E652 找不到资料文件：" + config + "。", e);
    } catch (IOException e) {
      throw new GatewayRefused("CF-E652 无法打开资料来源：" + config + "。", e);
    }
  }
}
