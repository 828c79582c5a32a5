package org.censusflow.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a packed file by their names (ECMA-376 part 2). Everything is unpacked and measured
 * once before any of it is read: the sizes that an archive declares are not believed.
 */
final class PackedParts implements Closeable {

  /** Of a packed file that is not on the disk; it is held in memory. */
  static final int LARGEST_PACKED = 64 << 20;

  /** Beyond it a file was made to do harm. */
  private static final long LARGEST = 1L << 30;

  /** The texts of all cells, which are held in memory. */
  private static final long LARGEST_TEXTS = 256L << 20;

  /** Parts that say how to read the others. */
  private static final long LARGEST_SMALL = 16L << 20;

  /** So long no tag, text or comment is: the reader would hold it as a whole. */
  private static final int LONGEST_TOKEN = 4 << 20;

  private static final int MOST_PARTS = 10_000;

  private static final String TOO_LARGE = "电子表格展开后过大，请导出为 CSV 后重新上传。";
  static final String DAMAGED = "电子表格已损坏或不是 .xlsx 格式，请在 Excel 或 WPS 中打开，另存为 .xlsx 后重新上传。";

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private PackedParts(ZipFile zip) throws IOException {
    this.zip = zip;
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_PARTS) {
      throw new Unreadable(TOO_LARGE);
    }
    for (ZipArchiveEntry entry : entries) {
      parts.putIfAbsent(folded(entry.getName()), entry);
    }
    checkKind();
    for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
      measure(part.getKey(), part.getValue());
    }
  }

  /**
   * @throws Unreadable when it is no spreadsheet, or one that is too large
   */
  static PackedParts open(Content file) throws IOException {
    try {
      ZipFile.Builder builder = ZipFile.builder();
      if (file.path() != null) {
        builder.setPath(file.path());
      } else {
        builder.setByteArray(packed(file));
      }
      ZipFile zip = builder.get();
      try {
        return new PackedParts(zip);
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw e;
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      throw new Unreadable(DAMAGED);
    }
  }

  private static byte[] packed(Content file) throws IOException {
    try (InputStream in = file.open()) {
      byte[] packed = in.readNBytes(LARGEST_PACKED + 1);
      if (packed.length > LARGEST_PACKED) {
        throw new Unreadable("电子表格超过 " + (LARGEST_PACKED >> 20) + " MB，请导出为 CSV 后重新上传。");
      }
      return packed;
    }
  }

  private void checkKind() {
    boolean spreadsheet = false;
    boolean document = false;
    for (String name : parts.keySet()) {
      if (name.equals("xl/workbook.bin")) {
        throw new Unreadable(FileKind.BINARY_EXCEL.refusal());
      }
      if (name.equals("content.xml")) {
        throw new Unreadable(FileKind.OPEN_DOCUMENT.refusal());
      }
      spreadsheet |= name.equals("_rels/.rels") || name.endsWith("workbook.xml");
      document |= name.startsWith("word/") || name.startsWith("ppt/");
    }
    if (document) {
      throw new Unreadable(FileKind.DOCUMENT.refusal());
    }
    if (!spreadsheet) {
      throw new Unreadable(FileKind.ARCHIVE.refusal());
    }
  }

  private void measure(String name, ZipArchiveEntry entry) throws IOException {
    long largest =
        name.endsWith("sharedstrings.xml")
            ? LARGEST_TEXTS
            : name.endsWith(".xml") && !name.contains("sheet") || name.endsWith(".rels")
                ? LARGEST_SMALL
                : LARGEST;
    boolean markup = name.endsWith(".xml") || name.endsWith(".rels");
    long size = 0;
    int token = 0;
    try (InputStream content = zip.getInputStream(entry)) {
      for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
        size += read;
        unpacked += read;
        token = markup ? token(read, token) : 0;
        if (size > largest || unpacked > LARGEST || token > LONGEST_TOKEN) {
          throw new Unreadable(TOO_LARGE);
        }
      }
    }
  }

  /** How long the token at the buffer's end is; the longest in it when that is too long. */
  private int token(int filled, int before) {
    int from = -before;
    for (int i = 0; i < filled; i++) {
      if (buffer[i] == '<') {
        if (i - from > LONGEST_TOKEN) {
          return i - from;
        }
        from = i;
      }
    }
    return filled - from;
  }

  /** A part's name as it is looked up: any case, any slash. */
  static String folded(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /**
   * A part's content.
   *
   * @param name folded
   */
  InputStream part(String name) throws IOException {
    ZipArchiveEntry entry = parts.get(name);
    if (entry == null) {
      throw new ZipException("A part is missing");
    }
    return zip.getInputStream(entry);
  }

  /** The name of the part that a relationship of another part names. */
  static String resolved(String part, String target) {
    if (target.startsWith("/")) {
      return folded(target);
    }
    String folder = part.contains("/") ? part.substring(0, part.lastIndexOf('/') + 1) : "";
    String path = folded(folder + target);
    java.util.ArrayDeque<String> names = new java.util.ArrayDeque<>();
    for (String name : path.split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  /** The part that holds a part's relationships. */
  static String relationshipsOf(String part) {
    int name = part.lastIndexOf('/') + 1;
    return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
