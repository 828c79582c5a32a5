package org.censusflow.linkage.population;

/**
 * Character variants that registers write for one another in names; both sides fold to one form.
 */
final class Variants {

  /** Pairs: the form met, the form compared. */
  private static final String PAIRS =
      "張张 劉刘 陳陈 楊杨 趙赵 黃黄 吳吴 孫孙 馬马 馮冯 蕭萧 葉叶 呂吕 許许 謝谢 鄭郑 韓韩 鄧邓 蘇苏 盧卢 蔣蒋 賈贾 閻阎 閆闫 餘余"
          + " 鍾钟 鐘钟 範范 譚谭 陸陆 嚴严 龍龙 萬万 錢钱 湯汤 賴赖 龐庞 顧顾 聶聂 龔龚 歐欧 區区 華华 偉伟 麗丽 國国 軍军 慶庆 強强 彊强"
          + " 勝胜 俠侠 傑杰 蘭兰 鳳凤 鳴鸣 飛飞 曉晓 紅红 綠绿 衛卫 東东 漢汉 愛爱 義义 榮荣 貴贵 寶宝 寳宝 學学 賢贤 靜静 禎祯 穎颖 頴颖 潁颍"
          + " 豐丰 峯峰 羣群 煥焕 燁烨 燦灿 爾尔 瑋玮 瑪玛 環环 璽玺 畫画 監监 穀谷 積积 竇窦 紀纪 純纯 細细 紹绍 經经 維维 綱纲 緒绪 繼继"
          + " 續续 羅罗 聖圣 聰聪 聲声 職职 肅肃 興兴 舉举 藝艺 蓮莲 蔭荫 薩萨 藍蓝 虛虚 蟬蝉 衆众 裏里 裡里 裝装 親亲 記记 訓训 詠咏 詩诗 詳详"
          + " 誠诚 誼谊 調调 論论 諾诺 謙谦 講讲 識识 讓让 豔艳 艷艳 贊赞 趕赶 躍跃 車车 軒轩 輝辉 輪轮 輯辑 農农 進进 運运 達达 遠远 邁迈 鄒邹"
          + " 醫医 鈞钧 銀银 銘铭 鋒锋 鋼钢 錄录 錦锦 鎮镇 鏡镜 鐵铁 長长 門门 閃闪 開开 閔闵 間间 陽阳 際际 雙双 雲云 電电 霽霁 靈灵 韋韦 順顺"
          + " 頡颉 頤颐 題题 願愿 風风 馳驰 駿骏 騰腾 驍骁 鵬鹏 鴻鸿 鶴鹤 鷹鹰 麥麦 齊齐 齡龄 昇升 濶阔 谿溪 祕秘 迴回 鉅巨 脩修";

  private static final char[] TO = table();

  private Variants() {}

  static char simplified(char c) {
    return TO[c];
  }

  private static char[] table() {
    char[] to = new char[0x10000];
    for (int i = 0; i < to.length; i++) {
      to[i] = (char) i;
    }
    for (String pair : PAIRS.split(" ")) {
      if (pair.length() == 2) {
        to[pair.charAt(0)] = pair.charAt(1);
      }
    }
    return to;
  }
}
