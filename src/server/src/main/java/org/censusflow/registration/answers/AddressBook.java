package org.censusflow.registration.answers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.censusflow.mapping.area.DwellingPlace;

/**
 * Finds the block that an address lies in by the listing of dwellings: by its building, and by the
 * dwelling's number where a building is cut between blocks.
 */
final class AddressBook {

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[^0-9A-Z]+");

  private final Map<String, List<DwellingPlace>> buildings = new HashMap<>();

  AddressBook(List<DwellingPlace> dwellings) {
    dwellings.forEach(
        one ->
            buildings.computeIfAbsent(plain(one.address()), address -> new ArrayList<>()).add(one));
  }

  /**
   * @return empty when no building of the listing has this address, or the dwelling in it is not
   *     told from those of another block
   */
  Optional<String> blockOf(String address) {
    String plain = plain(address);
    for (int end = plain.length(); end > 0; end--) {
      List<DwellingPlace> building = buildings.get(plain.substring(0, end));
      if (building != null) {
        String rest = plain.substring(end);
        return only(building).or(() -> only(numbered(building, rest)));
      }
    }
    return Optional.empty();
  }

  private static List<DwellingPlace> numbered(List<DwellingPlace> building, String rest) {
    List<String> numbers = numbers(rest);
    return building.stream().filter(one -> endsWith(numbers, numbers(one.number()))).toList();
  }

  private static boolean endsWith(List<String> numbers, List<String> last) {
    int before = numbers.size() - last.size();
    return !last.isEmpty() && before >= 0 && numbers.subList(before, numbers.size()).equals(last);
  }

  private static Optional<String> only(List<DwellingPlace> dwellings) {
    Set<String> blocks = dwellings.stream().map(DwellingPlace::block).collect(Collectors.toSet());
    return blocks.size() == 1 ? Optional.of(blocks.iterator().next()) : Optional.empty();
  }

  private static List<String> numbers(String text) {
    return BETWEEN_NUMBERS.splitAsStream(plain(text)).filter(run -> !run.isEmpty()).toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }
}
