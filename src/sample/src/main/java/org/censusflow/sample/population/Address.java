package org.censusflow.sample.population;

/**
 * An address: the block's prefix (street and number, or village and hamlet), building, unit and
 * room, each with its measure word; building and unit may be empty.
 */
record Address(String prefix, String building, String unit, String room) {

  String full() {
    return prefix + building + unit + room;
  }

  /** One of the ways in which registers shorten an address. */
  String abbreviated(Rng rng) {
    String number = digits(room);
    switch (rng.below(4)) {
      case 0:
        return prefix + joined(digits(building), digits(unit), number);
      case 1:
        return prefix + building + number;
      case 2:
        return prefix + number + "室";
      default:
        return building.isEmpty() ? prefix.substring(0, prefix.length() - 2) + room : prefix;
    }
  }

  private static String joined(String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        out.append(out.length() == 0 ? "" : "-").append(part);
      }
    }
    return out.toString();
  }

  private static String digits(String part) {
    int end = 0;
    while (end < part.length() && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
      end++;
    }
    return part.substring(0, end);
  }
}
