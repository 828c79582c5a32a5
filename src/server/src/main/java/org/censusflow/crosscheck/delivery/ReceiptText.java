package org.censusflow.crosscheck.delivery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.files.CsvLine;

/** A receipt as a text to file and print, and as a table. */
final class ReceiptText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private ReceiptText() {}

  private static String state(Receipt receipt) {
    return switch (DeliveryState.valueOf(receipt.status())) {
      case OPEN -> "接收中";
      case RECEIVED -> "已接收，待核对";
      case RETURNED -> "已退回";
      case ACCEPTED -> "核对合格，已接收";
      case REPLACED -> "已被后一次交付替代";
      case DUPLICATE -> "与前一次相同";
      case QUARANTINED -> "无法读取，已隔离保存";
      case DISCARDED -> "无法读取，已销毁";
      case ABANDONED -> "未完成，已放弃";
    };
  }

  private static Map<String, Object> lines(Receipt receipt) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("回执编号", receipt.deliveryId());
    lines.put("请求编号", receipt.requestId());
    lines.put("资料", receipt.title());
    lines.put("状态", state(receipt));
    lines.put("交付方式", receipt.mode().equals("complete") ? "补充上一次" : "替换上一次");
    lines.put("申报条数", receipt.declared());
    lines.put("文件条数", receipt.rows());
    lines.put("接收条数", receipt.accepted());
    lines.put("拒收条数", receipt.rejected());
    lines.put("SHA-256", receipt.sha256());
    lines.put("字节数", receipt.bytes());
    lines.put("文件格式", receipt.format());
    lines.put("编码", receipt.encoding());
    lines.put("资料截止日期", receipt.asOf());
    lines.put("交付账号", receipt.sender());
    lines.put("接收时间", TIME.format(receipt.receivedAt()));
    lines.put("是否逾期", receipt.late() ? "是" : "否");
    lines.put("原因", receipt.reason());
    lines.put("处理说明", String.join("；", receipt.notes()));
    return lines;
  }

  static String plain(Receipt receipt) {
    StringBuilder text = new StringBuilder("部门资料接收回执\r\n\r\n");
    lines(receipt)
        .forEach(
            (label, value) -> {
              if (value != null && !value.toString().isEmpty()) {
                text.append(label).append("：").append(value).append("\r\n");
              }
            });
    if (!receipt.rejects().isEmpty()) {
      text.append("\r\n拒收的行（前 ").append(receipt.rejects().size()).append(" 行）\r\n");
      receipt
          .rejects()
          .forEach(
              reject ->
                  text.append("第 ")
                      .append(reject.line())
                      .append(" 行：")
                      .append(reject.reason())
                      .append("\r\n"));
    }
    return text.append("\r\n资料只用于人口普查，普查登记不返回部门。\r\n").toString();
  }

  static String csv(Receipt receipt) {
    StringBuilder text = new StringBuilder("项目,内容\r\n");
    lines(receipt)
        .forEach(
            (label, value) ->
                text.append(CsvLine.of(List.of(label, value == null ? "" : value.toString())))
                    .append("\r\n"));
    return text.toString();
  }
}
