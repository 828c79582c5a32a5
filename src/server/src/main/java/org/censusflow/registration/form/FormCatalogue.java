package org.censusflow.registration.form;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
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

  /**
   * The catalogue with numbers, makers, approvals and expiries from the office's own copies.
   *
   * @param issues by the form's key
   * @throws IllegalArgumentException when there is no such form
   */
  public FormCatalogue issuedAs(Map<String, FormDefinition.Issue> issues) {
    for (String key : issues.keySet()) {
      if (form(key).isEmpty()) {
        throw new IllegalArgumentException("CF-E847 There is no census form " + key);
      }
    }
    return new FormCatalogue(
        forms.stream()
            .map(form -> issues.containsKey(form.key()) ? form.as(issues.get(form.key())) : form)
            .toList(),
        householdItems,
        personItems,
        codes);
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
