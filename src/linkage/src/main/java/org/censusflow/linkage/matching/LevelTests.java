package org.censusflow.linkage.matching;

import java.util.function.BiPredicate;
import org.censusflow.linkage.population.AddressColumn;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.DateColumn;
import org.censusflow.linkage.population.Dates;
import org.censusflow.linkage.population.NameColumn;
import org.censusflow.linkage.population.NumberColumn;
import org.censusflow.linkage.population.ResidentId;
import org.censusflow.linkage.similarity.Edits;
import org.censusflow.linkage.similarity.JaroWinkler;
import org.censusflow.linkage.similarity.Readings;
import org.censusflow.linkage.similarity.SharedParts;
import org.censusflow.linkage.spec.LevelSpec;

/** Binds the levels of a spec to the columns of two populations. */
final class LevelTests {

  private LevelTests() {}

  static LevelTest of(LevelSpec level, Column left, Column right) {
    double at = level.at();
    return switch (level.kind()) {
      case EXACT -> (l, r) -> left.key(l) == right.key(r);
      case ONE_SLIP -> (l, r) -> ResidentId.oneSlipApart(left.key(l), right.key(r));
      case INVALID ->
          (l, r) -> !ResidentId.isValid(left.key(l)) || !ResidentId.isValid(right.key(r));
      case REORDERED -> names(left, right, PackedNames::reordered, NameTests::reordered);
      case HOMOPHONE -> homophones(left, right);
      case FIRST_CHARACTER -> firstCharacters(left, right);
      case EDITS ->
          at == 1
              ? names(left, right, PackedNames::oneEdit, (a, b) -> Edits.atMost(1, a, b))
              : texts(left, right, (a, b) -> Edits.atMost((int) at, a, b));
      case JARO_WINKLER -> texts(left, right, (a, b) -> JaroWinkler.similarity(a, b) >= at);
      case WORDS -> texts(left, right, (a, b) -> SharedParts.words(a, b) >= at);
      case BIGRAMS -> texts(left, right, (a, b) -> SharedParts.bigrams(a, b) >= at);
      case CONTAINS -> texts(left, right, (a, b) -> a.contains(b) || b.contains(a));
      case PREFIX ->
          texts(left, right, (a, b) -> a.regionMatches(0, b, 0, (int) at) && a.length() >= at);
      case MONTH_DAY_SWAPPED -> dates(left, right, Dates::monthAndDaySwapped);
      case DIGITS -> dates(left, right, (a, b) -> Dates.digitsApart(a, b) <= at);
      case SAME_MONTH -> dates(left, right, (a, b) -> a / 100 == b / 100);
      case SAME_YEAR -> dates(left, right, (a, b) -> a / 10000 == b / 10000);
      case ABBREVIATED -> addresses(left, right, LevelTests::abbreviated);
      case SAME_ENTRANCE -> addresses(left, right, LevelTests::sameEntrance);
      case SAME_STREET -> addresses(left, right, (a, l, b, r) -> a.street(l) == b.street(r));
      case WITHIN -> numbers(left, right, (a, b) -> Math.abs(a - b) <= at);
      case WITHIN_PERCENT ->
          numbers(
              left,
              right,
              (a, b) -> Math.abs(a - b) * 100 <= at * Math.max(Math.abs(a), Math.abs(b)));
    };
  }

  /** Nearly all names are short: those are compared as numbers, without making text of them. */
  private static LevelTest names(
      Column left, Column right, PackedTest packed, BiPredicate<String, String> text) {
    if (left instanceof NameColumn a && right instanceof NameColumn b) {
      return (l, r) ->
          a.packed(l) && b.packed(r)
              ? packed.holds(a.key(l), b.key(r))
              : text.test(a.text(l), b.text(r));
    }
    return texts(left, right, text);
  }

  /** Short Han names are compared as numbers, Latin ones as text. */
  private static LevelTest homophones(Column left, Column right) {
    if (left instanceof NameColumn a && right instanceof NameColumn b) {
      return (l, r) ->
          a.packed(l) && b.packed(r) && Readings.isHan(a.first(l))
              ? PackedNames.sameSound(a.key(l), b.key(r))
              : NameTests.sameSound(a.text(l), b.text(r));
    }
    return texts(left, right, NameTests::sameSound);
  }

  private interface PackedTest {
    boolean holds(long a, long b);
  }

  private static LevelTest firstCharacters(Column left, Column right) {
    if (left instanceof NameColumn a && right instanceof NameColumn b) {
      return (l, r) -> a.first(l) == b.first(r);
    }
    return texts(left, right, (a, b) -> a.codePointAt(0) == b.codePointAt(0));
  }

  private static LevelTest texts(Column left, Column right, BiPredicate<String, String> test) {
    return (l, r) -> test.test(left.text(l), right.text(r));
  }

  private interface DateTest {
    boolean holds(int a, int b);
  }

  private static LevelTest dates(Column left, Column right, DateTest test) {
    DateColumn a = (DateColumn) left;
    DateColumn b = (DateColumn) right;
    return (l, r) -> test.holds(a.date(l), b.date(r));
  }

  private interface AddressTest {
    boolean holds(AddressColumn left, int l, AddressColumn right, int r);
  }

  private static LevelTest addresses(Column left, Column right, AddressTest test) {
    AddressColumn a = (AddressColumn) left;
    AddressColumn b = (AddressColumn) right;
    return (l, r) -> test.holds(a, l, b, r);
  }

  private static boolean abbreviated(AddressColumn left, int l, AddressColumn right, int r) {
    boolean sameStreet = left.street(l) == right.street(r);
    boolean streetLeftOut = left.street(l) == 0 || right.street(r) == 0;
    return (sameStreet || streetLeftOut && left.numbers(l) >>> 16 != 0)
        && AddressColumn.abbreviates(left.numbers(l), right.numbers(r));
  }

  private static boolean sameEntrance(AddressColumn left, int l, AddressColumn right, int r) {
    long entrance = left.entrance(l);
    return entrance != 0 && entrance == right.entrance(r);
  }

  private interface NumberTest {
    boolean holds(double a, double b);
  }

  private static LevelTest numbers(Column left, Column right, NumberTest test) {
    NumberColumn a = (NumberColumn) left;
    NumberColumn b = (NumberColumn) right;
    return (l, r) -> test.holds(a.number(l), b.number(r));
  }
}
