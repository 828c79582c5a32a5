package org.censusflow.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.censusflow.files.ColumnNames;

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

  /** What was noticed in the rows so far and done about it, one line each, in Chinese. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * @param columns the names by which a file's head is found
   * @throws GatewayRefused when the source cannot be opened
   */
  static RowSource open(SourceConfig config, ColumnNames columns) {
    try {
      if (config instanceof SourceConfig.Csv csv) {
        String encoding = csv.charset() == null ? null : csv.charset().name();
        return FileSource.open(csv.file(), encoding, csv.separator(), columns);
      }
      if (config instanceof SourceConfig.Xlsx xlsx) {
        return FileSource.open(xlsx.file(), null, (char) 0, columns);
      }
      return JdbcSource.open((SourceConfig.Jdbc) config);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new GatewayRefused("CF-E652 找不到资料文件：" + config + "。", e);
    } catch (IOException e) {
      throw new GatewayRefused("CF-E652 无法打开资料来源：" + config + "。", e);
    }
  }
}
