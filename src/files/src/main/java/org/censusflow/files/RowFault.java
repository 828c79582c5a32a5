package org.censusflow.files;

/** Why a row cannot be taken apart into cells. */
public enum RowFault {
  OPEN_QUOTE("引号没有成对，本行无法拆分成列"),
  BLANK_BEFORE_QUOTE("分隔符与引号之间有空格，本行无法拆分成列：请去掉空格"),
  SINGLE_QUOTES("用了单引号括住含分隔符的内容，本行无法拆分成列：请改用双引号"),
  TOO_MANY_CELLS("列数与表头不一致"),
  TOO_LONG("一行超过 64 KB，可能缺少换行或引号没有成对");

  private final String text;

  RowFault(String text) {
    this.text = text;
  }

  /** In Chinese, for whoever handed the file in. */
  public String text() {
    return text;
  }
}
