package org.censusflow.linkage.matching;

import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Hashing;

/**
 * Which households of both sides have a matched member in common. Who lives at one address is a
 * household. It never makes a match: families share name, address and dates, and a comparison that
 * counts the family as evidence for a person finds the wrong member.
 */
final class HouseholdEvidence {

  private final Column left;
  private final Column right;
  private final LongCounter households = new LongCounter(64);

  /** The addresses asked for on the left: nearly all rows are passed over by them. */
  private final LongCounter addresses = new LongCounter(64);

  private boolean asked;

  HouseholdEvidence(Column left, Column right) {
    this.left = left;
    this.right = right;
  }

  /** Takes note that the households of two rows are asked for. */
  void ask(int l, int r) {
    households.want(key(l, r));
    addresses.want(left.key(l));
    asked = true;
  }

  /** Goes through the matches for the households asked for; false when there were none. */
  boolean look(Linkage linkage) {
    for (int l = 0; asked && l < linkage.leftSize(); l++) {
      long address = left.key(l);
      int r = linkage.partner(l);
      if (r < 0 || linkage.review(l) || address == 0 || addresses.slotOf(address) < 0) {
        continue;
      }
      long key = key(l, r);
      if (key != 0 && households.slotOf(key) >= 0) {
        households.add(key);
      }
    }
    return asked;
  }

  /** Whether other members of the two rows' households are matched with each other. */
  boolean matched(int l, int r) {
    return households.count(key(l, r)) > 0;
  }

  private long key(int l, int r) {
    long a = left.key(l);
    long b = right.key(r);
    return a == 0 || b == 0 ? 0 : Hashing.combine(a, b);
  }
}
