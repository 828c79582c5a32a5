package org.censusflow.mapping.listing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads an uploaded file as text, or says why it is none. */
final class AreaText {

  /** Three times the listing of the largest district that we know of. */
  private static final int MOST_BYTES = 96 * 1024 * 1024;

  private AreaText() {}

  static byte[] bytes(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MOST_BYTES + 1);
    Faults faults = new Faults();
    if (bytes.length > MOST_BYTES) {
      faults.file("文件超过 96 MB，请按街道分开上传");
    } else if (bytes.length == 0) {
      faults.file("文件是空的");
    }
    faults.refuse();
    return bytes;
  }

  /**
   * @throws AreaFileRefused when the bytes are no UTF-8 text
   */
  static String decode(byte[] bytes) {
    Faults faults = new Faults();
    String text = "";
    if (starts(bytes, 'P', 'K', 3, 4)) {
      faults.file("这是压缩包或者 Excel 文件：轮廓应为 GeoJSON，请导出为 GeoJSON 再上传");
    } else if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      faults.file("文件是 UTF-16 编码：请另存为 UTF-8 编码再上传");
    } else {
      try {
        text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
      } catch (CharacterCodingException e) {
        faults.file("文件不是 UTF-8 编码（可能是 GB18030）：请另存为 UTF-8 编码再上传");
      }
      if (text.indexOf('\0') >= 0) {
        faults.file("文件含有二进制内容，不是文本文件");
      }
    }
    faults.refuse();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean starts(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }
}
