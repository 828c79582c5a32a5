package org.censusflow.sample.population;

import java.util.ArrayList;
import java.util.List;

/** Lays the difference classes on households, each at its rate; nobody gets two. */
final class DifferenceMaker {

  private record Kind(Quota quota, Anomaly anomaly) {}

  private final List<Kind> kinds = new ArrayList<>();

  DifferenceMaker(
      SampleOptions options, PersonMaker persons, HouseholdFactory households, AreaPlan plan) {
    Mistakes mistakes = new Mistakes(options.reference());
    RegistrationAnomalies registration = new RegistrationAnomalies(options.reference());
    EventAnomalies events = new EventAnomalies(options.reference(), persons, households);
    PlaceAnomalies places = new PlaceAnomalies(options.reference(), plan);
    IdentityAnomalies identity = new IdentityAnomalies(mistakes, options.reference());
    // The kinds that few people are fit for come first.
    add(options, "D07", 0.08, identity::noneHeld);
    add(options, "D08", 0.25, events::dateMistyped);
    add(options, "D08", 0.75, events::bornAfter);
    add(options, "D11", places::wrongForm);
    add(options, "D09", places::studentTwice);
    add(options, "D02", 0.7, events::birthMissed);
    add(options, "D02", 0.3, events::birthOfVisitor);
    add(options, "D12", places::wrongBlock);
    add(options, "D05", registration::unpaired);
    add(options, "D03", events::deathOnRecord);
    add(options, "D01", registration::missed);
    add(options, "D04", places::duplicate);
    add(options, "D06", identity::attribute);
    add(options, "D07", 0.92, identity::idNumber);
    add(options, "D10", new SignOfLife(persons));
  }

  private void add(SampleOptions options, String type, Anomaly anomaly) {
    add(options, type, 1, anomaly);
  }

  /** Adds one of several ways in which a class comes about, with its share of the class. */
  private void add(SampleOptions options, String type, double share, Anomaly anomaly) {
    kinds.add(new Kind(new Quota(options.errors().rate(type) * share), anomaly));
  }

  void lay(Household household, int persons, Rng rng) {
    for (Kind kind : kinds) {
      kind.quota.grow(persons);
      int due = kind.quota.due(rng);
      if (due > 0) {
        kind.quota.paid(kind.anomaly.lay(household, due, rng));
      }
    }
  }
}
