package org.censusflow.crosscheck.delivery;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.censusflow.crosscheck.delivery.DeliveryController.Opening;
import org.censusflow.crosscheck.delivery.Manifest.Mode;

/** What a manifest has to say, and how. */
final class ManifestRules {

  private static final int LONGEST_KEY = 100;
  private static final Set<String> ENCODINGS =
      Set.of("UTF-8", "UTF-16", "GB18030", "GBK", "GB2312", "BIG5");

  private ManifestRules() {}

  /**
   * @throws ManifestInvalid when something is missing or not of its form
   */
  static Manifest manifest(Opening opening) {
    String key = opening.clientKey();
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new ManifestInvalid("CF-E609 请给出 clientKey（不超过 " + LONGEST_KEY + " 个字符）。");
    }
    if (opening.asOf() == null) {
      throw new ManifestInvalid("CF-E609 请给出资料截止日期 asOf，例如 2020-10-31。");
    }
    if (opening.count() != null && opening.count() < 0) {
      throw new ManifestInvalid("CF-E609 记录数 count 不能为负数。");
    }
    checkHash(opening.sha256());
    return new Manifest(
        key,
        opening.asOf(),
        mode(opening.mode()),
        encoding(opening.encoding()),
        opening.count(),
        opening.sha256());
  }

  static Mode mode(String mode) {
    if (mode == null || mode.equals("replace")) {
      return Mode.REPLACE;
    }
    if (mode.equals("complete")) {
      return Mode.COMPLETE;
    }
    throw new ManifestInvalid("CF-E609 mode 应为 replace（替换上一次）或 complete（补充上一次）。");
  }

  static String encoding(String encoding) {
    if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("auto")) {
      return null;
    }
    String name = encoding.strip().toUpperCase(Locale.ROOT);
    if (!ENCODINGS.contains(name)) {
      throw new ManifestInvalid("CF-E609 encoding 应为 UTF-8、UTF-16、GBK、GB18030、Big5 或不填。");
    }
    return Charset.forName(name).name();
  }

  static void check(Closing closing) {
    if (closing.parts() < 1 || closing.count() < 0) {
      throw new ManifestInvalid("CF-E609 请给出分片数 parts（至少 1）和记录数 count。");
    }
    checkHash(closing.sha256());
  }

  private static void checkHash(String sha256) {
    if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
      throw new ManifestInvalid("CF-E609 sha256 应为 64 位十六进制数。");
    }
  }
}
