package org.censusflow.registration.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.Coded;

/**
 * One household's form as a device or another program hands it in.
 *
 * @param clientKey the sender's own key: the same again changes nothing
 * @param householdNo number within the block, 1 to 9999
 * @param mode {@code field} or {@code self}
 * @param filledIn day on which it was filled in
 * @param confirmedBy {@code signature}, {@code self} or {@code phone}; null when not recorded
 * @param form {@code short}, {@code long} or {@code foreign}, for persons that name none
 * @param items the household's answers by item key
 * @param persons each person's answers by item key, with {@code form} where it is another one
 */
public record HouseholdSubmission(
    @Coded String clientKey,
    @Coded String block,
    int householdNo,
    @Coded String address,
    @Coded String mode,
    LocalDate filledIn,
    @Coded String confirmedBy,
    @Coded String form,
    @Coded Map<String, String> items,
    @Coded List<Map<String, String>> persons) {

  public HouseholdSubmission {
    items = items == null ? Map.of() : items;
    persons = persons == null ? List.of() : persons;
  }
}
