package org.censusflow.registration.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms and codes as the files under {@code registration/} state them. */
class FormCatalogueTests {

  private final FormCatalogue catalogue = FormCatalogue.load();

  @Test
  void everyFormShowsItsNumberMakerApprovalAndExpiry() {
    assertThat(catalogue.forms())
        .extracting(FormDefinition::key)
        .containsExactly("short", "long", "foreign", "death");
    assertThat(catalogue.forms())
        .allSatisfy(
            form -> {
              assertThat(form.number()).matches("R60\\d");
              assertThat(form.maker()).contains("国家统计局");
              assertThat(form.approval()).isEqualTo("国统字〔2019〕24号");
              assertThat(form.validUntil()).isEqualTo(LocalDate.of(2021, 3, 31));
            });
  }

  @Test
  void onlyTheShortFormHasAPublishedSource() {
    assertThat(catalogue.form("short").orElseThrow().source()).contains("已发布");
    assertThat(catalogue.forms())
        .filteredOn(form -> !form.key().equals("short"))
        .allSatisfy(form -> assertThat(form.source()).contains("样例自拟"));
  }

  @Test
  void anOfficeSetsWhatStandsOnItsOwnCopyOfAForm() {
    FormCatalogue own =
        catalogue.issuedAs(
            Map.of(
                "death",
                new FormDefinition.Issue(
                    "R609", null, "国统字〔2020〕1号", null, LocalDate.of(2020, 12, 31))));
    FormDefinition death = own.form("death").orElseThrow();
    assertThat(death.number()).isEqualTo("R609");
    assertThat(death.maker()).contains("国家统计局");
    assertThat(death.validOn(LocalDate.of(2021, 1, 1))).isFalse();
    assertThat(death.source()).contains("普查办");
    assertThat(own.form("long")).isEqualTo(catalogue.form("long"));
    assertThatThrownBy(
            () ->
                catalogue.issuedAs(
                    Map.of("medium", new FormDefinition.Issue(null, null, null, null, null))))
        .hasMessageStartingWith("CF-E847");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "long", "foreign", "death"})
  void aFormIsGoodUntilItsLastDayAndRefusedAfter(String form) {
    LocalDate last = LocalDate.of(2021, 3, 31);
    assertThat(checker(last).form(form)).isEmpty();
    assertThat(Forms.ids(checker(last.plusDays(1)).form(form))).containsExactly("R06");
    assertThat(Forms.ids(checker(LocalDate.of(2019, 10, 31)).form(form))).containsExactly("R06");
    assertThat(Forms.fired(checker(last.plusDays(1)), form, Forms.man())).containsExactly("R06");
  }

  @Test
  void aFormThatDoesNotExistIsRefused() {
    assertThat(Forms.fired("medium", Forms.man())).containsExactly("R05");
  }

  private FormChecker checker(LocalDate filledIn) {
    return new FormChecker(catalogue, Forms.REFERENCE, filledIn);
  }

  @Test
  void theShortFormAsksItsNineteenItems() {
    assertThat(numbers("short"))
        .containsExactlyInAnyOrder(
            "H1", "H2", "H3", "H4", "H5", "H6", "H7", "D1", "D2", "D3", "D4", "D5", "D6", "D7",
            "D8", "D9", "D10", "D11", "D12");
  }

  @Test
  void theLongFormAsksWhatTheShortFormAsksAndMore() {
    List<String> shorter = catalogue.personItems("short").stream().map(Item::key).toList();
    assertThat(catalogue.personItems("long").stream().map(Item::key)).containsAll(shorter);
    assertThat(numbers("long")).hasSize(47).contains("H18", "C11", "C20", "C21", "C29");
  }

  /** The two items that are derived from D7 and D8 carry an a. */
  private TreeSet<String> numbers(String form) {
    return Stream.concat(
            catalogue.householdItems(form).stream(), catalogue.personItems(form).stream())
        .map(item -> item.codesByForm().get(form))
        .filter(number -> !number.endsWith("a"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aCodeTableIsTheOneInForceOnTheDay() {
    CodeTables codes = catalogue.codes();
    assertThat(codes.at("education", LocalDate.of(2010, 11, 1)).codes()).containsEntry("2", "小学");
    assertThat(codes.at("education", LocalDate.of(2020, 11, 1)).codes())
        .containsEntry("2", "学前教育")
        .containsEntry("9", "博士研究生");
    assertThat(codes.at("ethnicity", Forms.REFERENCE).codes())
        .hasSize(58)
        .containsEntry("01", "汉族")
        .containsEntry("56", "基诺族");
    assertThatThrownBy(() -> codes.at("education", LocalDate.of(2000, 11, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void versionsOfOneTableNeverOverlapAndNameTheirSource() {
    for (CodeTable table : catalogue.codes().all()) {
      assertThat(table.source()).isNotBlank();
      assertThat(table.standard()).isNotBlank();
      assertThat(catalogue.codes().all())
          .filteredOn(other -> other.key().equals(table.key()) && other.inForce(table.from()))
          .containsExactly(table);
    }
  }

  @Test
  void everyCodedItemHasATableInForce() {
    Stream.concat(catalogue.householdItems().stream(), catalogue.personItems().stream())
        .filter(item -> item.codes() != null)
        .forEach(
            item -> assertThat(catalogue.codes().at(item.codes(), Forms.FILLED_IN)).isNotNull());
  }
}
