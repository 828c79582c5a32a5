package org.censusflow.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tables of persons who do not exist. */
public final class InventedTables {

  private InventedTables() {}

  /** A total, T, and so many categories. */
  public static Dimension flat(String id, int size) {
    List<Category> categories = new ArrayList<>();
    categories.add(Category.of("T", "合计", null));
    for (int i = 1; i <= size; i++) {
      categories.add(Category.of(id + i, id + i, "T"));
    }
    return new Dimension(id, id, categories);
  }

  /** A total, so many categories, the first two with parts of their own, one to three. */
  public static Dimension tree(String id, int size, Random random) {
    List<Category> categories = new ArrayList<>();
    categories.add(Category.of("T", "合计", null));
    for (int i = 1; i <= size; i++) {
      categories.add(Category.of(id + i, id + i, "T"));
      int parts = i <= 2 ? 1 + random.nextInt(3) : 0;
      for (int j = 1; j <= parts; j++) {
        categories.add(Category.of(id + i + "." + j, id + i + "." + j, id + i));
      }
    }
    return new Dimension(id, id, categories);
  }

  /** One to three dimensions, some deep; many small counts, many zeros, some large counts. */
  public static Table random(Random random) {
    int k = 1 + random.nextInt(3);
    int deep = random.nextInt(k + 1);
    List<Dimension> dimensions = new ArrayList<>();
    for (int d = 0; d < k; d++) {
      String id = "v" + d;
      int size = 2 + random.nextInt(k == 3 ? 1 : 3);
      dimensions.add(d == deep ? tree(id, size, random) : flat(id, size));
    }
    return Table.summed("t", Map.of(), dimensions, at -> count(random));
  }

  public static long count(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> 1 + random.nextInt(6);
      case 2 -> random.nextInt(30);
      default -> random.nextInt(500);
    };
  }
}
