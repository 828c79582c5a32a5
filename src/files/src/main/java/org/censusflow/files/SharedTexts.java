package org.censusflow.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts that cells of a spreadsheet share, packed as UTF-8: there may be a million of them. */
final class SharedTexts {

  private static final int PAGE = 1 << 20;

  private final List<byte[]> pages = new ArrayList<>();

  /** Page and offset in it of each text, and its length. */
  private int[] page = new int[256];

  private int[] offset = new int[256];
  private int[] length = new int[256];
  private int size;
  private int filled = PAGE;

  static SharedTexts read(PackedParts parts, String part) throws IOException {
    SharedTexts texts = new SharedTexts();
    if (part == null || !parts.has(part)) {
      return texts;
    }
    CellText text = new CellText();
    try (Markup xml = new Markup(parts.part(part))) {
      while (xml.next()) {
        if (xml.begins("si")) {
          texts.add(Cells.strip(text.read(xml, "si")));
        }
      }
    }
    return texts;
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (filled + bytes.length > PAGE) {
      pages.add(new byte[Math.max(PAGE, bytes.length)]);
      filled = 0;
    }
    if (size == page.length) {
      page = Arrays.copyOf(page, size * 2);
      offset = Arrays.copyOf(offset, size * 2);
      length = Arrays.copyOf(length, size * 2);
    }
    System.arraycopy(bytes, 0, pages.get(pages.size() - 1), filled, bytes.length);
    page[size] = pages.size() - 1;
    offset[size] = filled;
    length[size++] = bytes.length;
    filled += bytes.length;
  }

  /**
   * @throws Unreadable when there is no such text
   */
  String get(int index) {
    if (index < 0 || index >= size) {
      throw new Unreadable(PackedParts.DAMAGED);
    }
    return new String(pages.get(page[index]), offset[index], length[index], StandardCharsets.UTF_8);
  }
}
