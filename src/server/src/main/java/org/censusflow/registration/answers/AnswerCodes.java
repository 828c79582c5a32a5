package org.censusflow.registration.answers;

import java.time.LocalDate;
import java.util.Map;
import org.censusflow.registration.form.FormCatalogue;
import org.springframework.stereotype.Component;

/** The codes that an item is answered with, for lists to choose from. */
@Component
public class AnswerCodes {

  private final FormCatalogue catalogue;

  AnswerCodes(FormCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Chinese meaning by code, in the order of the standard.
   *
   * @param table such as {@code ethnicity}
   * @throws IllegalArgumentException when no such table is in force on the day
   */
  public Map<String, String> of(String table, LocalDate day) {
    return catalogue.codes().at(table, day).codes();
  }
}
