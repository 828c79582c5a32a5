package org.censusflow.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** The line that says what the gateway is doing. It holds counts, never a record. */
public final class ProgressLine {

  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean inPlace;

  /**
   * @param inPlace whether a line may be written over, as on a screen; in a log it may not
   */
  public ProgressLine(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  void reading(String request, long rows) {
    if (inPlace) {
      over(String.format(Locale.ROOT, "%s 正在读取：%,d 条", request, rows));
    }
  }

  void read(String request, long rows) {
    over(String.format(Locale.ROOT, "%s 已读取：%,d 条", request, rows));
  }

  void sent(String request, int part, int all) {
    if (inPlace || part == all) {
      over(request + " 正在上传：" + part + " / " + all + " 块");
    }
  }

  void closing(String request) {
    over(request + " 已上传，等待服务器核对入库");
  }

  void received(String request, JsonNode receipt) {
    say(
        String.format(
            Locale.ROOT,
            "%s 已接收：%,d 条，合格 %,d 条，拒收 %,d 条，摘要 %s",
            request,
            receipt.path("rows").asLong(),
            receipt.path("accepted").asLong(),
            receipt.path("rejected").asLong(),
            receipt.path("sha256").asText()));
  }

  /** A line that stays. */
  public void say(String text) {
    over(text);
    if (inPlace) {
      out.println();
    }
    out.flush();
  }

  private void over(String text) {
    if (inPlace) {
      out.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
      out.flush();
    } else {
      out.println(text);
    }
  }
}
