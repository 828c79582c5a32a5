package org.censusflow.registration.answers;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.registration.form.Check;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.CodeTable;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormDefinition;
import org.censusflow.registration.form.Item;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forms as data: for programs that show them and for who wants to know what is checked. */
@RestController
class FormController {

  private final FormCatalogue catalogue;

  FormController(FormCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  record Forms(
      List<FormDefinition> forms,
      List<Item> householdItems,
      List<Item> personItems,
      List<CodeTable> codes,
      List<Check> checks) {}

  /** Describes the census forms: items, code tables and checks. For every account. */
  @GetMapping("/api/forms")
  Forms forms() {
    Caller.current();
    return new Forms(
        catalogue.forms(),
        catalogue.householdItems(),
        catalogue.personItems(),
        catalogue.codes().all(),
        Checks.all());
  }
}
