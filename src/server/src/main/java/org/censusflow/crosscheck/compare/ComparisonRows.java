package org.censusflow.crosscheck.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.linkage.CensusFields;
import org.censusflow.linkage.Register;
import org.censusflow.linkage.RegisterKind;
import org.censusflow.linkage.RegisterReference;
import org.censusflow.linkage.population.Population;
import org.censusflow.registration.answers.Answers;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** Reads the project's tables as the comparison engine wants them. */
@Component
class ComparisonRows {

  private final Registrations registrations;
  private final Deliveries deliveries;

  ComparisonRows(Registrations registrations, Deliveries deliveries) {
    this.registrations = registrations;
    this.deliveries = deliveries;
  }

  /** The frozen registrations, in the order of their keys. */
  Population registered(String censusId) {
    Population.Builder rows = Population.builder(CensusFields.census());
    registrations.forEachFrozen(
        censusId,
        person -> {
          Answers a = person.answers();
          rows.add(
              String.valueOf(person.id()),
              a.idNumber(),
              a.name(),
              text(a.birthDate()),
              a.sex(),
              person.address(),
              a.ethnicity(),
              a.residence(),
              a.hukouPlace(),
              a.form(),
              person.block(),
              String.valueOf(person.householdNo()));
        });
    return rows.build();
  }

  /**
   * The accepted delivery of one kind of record. Notes on the way which rows hold a record that
   * people have judged.
   *
   * @param judged by the department's own key; the rows of this run are added
   */
  Register register(
      String censusId, String supply, Map<RegisterReference, List<RegisterReference>> judged) {
    RegisterKind kind = RegisterKind.ofSupply(supply);
    Population.Builder rows = Population.builder(CensusFields.register(kind));
    deliveries.forEachAccepted(
        censusId,
        supply,
        row -> {
          rows.add(values(kind, row));
          if (!judged.isEmpty()) {
            judged.computeIfPresent(
                new RegisterReference(supply, row.recordId()),
                (record, own) -> {
                  own.add(new RegisterReference(supply, rowKey(row)));
                  return own;
                });
          }
        });
    return new Register(supply, kind, rows.build());
  }

  private static String rowKey(RegisterRow row) {
    return row.deliveryId() + ":" + row.line();
  }

  /** The row that the engine means. */
  static RegisterRow.Key key(RegisterReference reference) {
    String[] key = reference.recordId().split(":");
    return new RegisterRow.Key(Long.parseLong(key[0]), Integer.parseInt(key[1]));
  }

  private static String[] values(RegisterKind kind, RegisterRow row) {
    List<String> values = new ArrayList<>();
    values.add(rowKey(row));
    values.add(row.idNumber());
    values.add(row.name());
    values.add(text(row.birthDate()));
    values.add(row.sex());
    values.add(row.address());
    switch (kind) {
      case HOUSEHOLD -> {
        values.add(row.ethnicity());
        values.add(row.status());
      }
      case BIRTH -> values.add(row.relatedId());
      case DEATH -> values.add(text(row.eventDate()));
      case STUDENT -> {
        values.add(row.boarding() == null ? null : row.boarding().toString());
        values.add(row.organisationAddress());
      }
      case INSURED -> {}
    }
    return values.toArray(String[]::new);
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
