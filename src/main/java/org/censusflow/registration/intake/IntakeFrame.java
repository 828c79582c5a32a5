package org.censusflow.registration.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Item;

/**
 * What rows are held against besides their forms.
 *
 * @param reference day of the reference time
 * @param filledIn day on which forms were filled in that do not say it themselves
 * @param blocks codes of the census's blocks
 * @param hashed everything that a row can say, in a fixed order
 */
record IntakeFrame(
    String censusId,
    LocalDate reference,
    LocalDate filledIn,
    LocalDate today,
    Set<String> blocks,
    List<String> hashed) {

  static List<String> hashed(FormCatalogue catalogue) {
    return Stream.of(
            Stream.of(Layout.BLOCK, Layout.HOUSEHOLD, Layout.LINE, Layout.ADDRESS, Layout.FORM),
            catalogue.householdItems().stream().map(Item::key),
            catalogue.personItems().stream().map(Item::key))
        .flatMap(keys -> keys)
        .toList();
  }
}
