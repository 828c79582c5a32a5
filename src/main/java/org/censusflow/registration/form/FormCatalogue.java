package org.censusflow.registration.form;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The census forms, their items and the codes, from the files under {@code registration/}.
 *
 * @param householdItems asked once a household
 * @param personItems asked of every person; also those of the deaths form
 */
public record FormCatalogue(
    List<FormDefinition> forms,
    List<Item> householdItems,
    List<Item> personItems,
    CodeTables codes) {

  public static final String SHORT = "short";
  public static final String LONG = "long";
  public static final String FOREIGN = "foreign";
  public static final String DEATH = "death";

  /** Person items that have a column of their own in the data plane. */
  public static final Set<String> COLUMNS =
      Set.of(
          "name",
          "relation",
          "id_number",
          "sex",
          "birth_date",
          "ethnicity",
          "residence",
          "hukou_place",
          "death_date");

  private record Page(
      List<FormDefinition> forms, List<Item> householdItems, List<Item> personItems) {}

  public static FormCatalogue load() {
    Page page = Resources.yaml("/registration/forms.yaml", new TypeReference<Page>() {});
    return new FormCatalogue(
        page.forms(), page.householdItems(), page.personItems(), CodeTables.load());
  }

  public Optional<FormDefinition> form(String key) {
    return forms.stream().filter(form -> form.key().equals(key)).findFirst();
  }

  public List<Item> householdItems(String form) {
    return householdItems.stream().filter(item -> item.askedOn(form)).toList();
  }

  public List<Item> personItems(String form) {
    return personItems.stream().filter(item -> item.askedOn(form)).toList();
  }
}
