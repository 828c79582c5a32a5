package org.censusflow.difference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.comparison.CensusFields;
import org.censusflow.comparison.CensusFindings;
import org.censusflow.comparison.DistrictFindings;
import org.censusflow.comparison.Finding;
import org.censusflow.comparison.Pattern;
import org.censusflow.comparison.Progress;
import org.censusflow.comparison.Register;
import org.censusflow.comparison.RegisterFigures;
import org.censusflow.comparison.RegisterKind;
import org.censusflow.comparison.RegisterReference;
import org.censusflow.comparison.population.Population;
import org.censusflow.delivery.Deliveries;
import org.censusflow.delivery.RecordRequest;
import org.censusflow.delivery.RegisterRow;
import org.censusflow.delivery.RequestLedger;
import org.censusflow.registration.Answers;
import org.censusflow.registration.Census;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/** Brings the project's tables to the comparison engine and its findings back. */
@Component
class CensusComparison {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_EVIDENCE = 1_000;

  private final Registrations registrations;
  private final RequestLedger requests;
  private final Deliveries deliveries;

  CensusComparison(Registrations registrations, RequestLedger requests, Deliveries deliveries) {
    this.registrations = registrations;
    this.requests = requests;
    this.deliveries = deliveries;
  }

  record Result(
      int censusRows,
      int registerRows,
      long milliseconds,
      List<FindingStore.Finding> findings,
      List<Figures.RegisterFigures> figures) {}

  Result run(Census census) {
    long start = System.nanoTime();
    Population registered = registered(census.id());
    List<Register> registers = new ArrayList<>();
    List<RecordRequest> received =
        requests.ofCensus(census.id()).stream()
            .filter(request -> request.status() == RecordRequest.Status.ACCEPTED)
            .toList();
    received.forEach(request -> registers.add(register(census.id(), request.supply())));
    LocalDate referenceDate = census.referenceTime().atZone(ZONE).toLocalDate();
    DistrictFindings<Pattern> found =
        CensusFindings.compare(
            registered, registers, referenceDate, CensusComparison::unusual, Progress.NONE);
    Map<String, String> units = new HashMap<>();
    received.forEach(request -> units.put(request.supply(), request.unit()));
    List<Figures.RegisterFigures> figures =
        found.registers().stream().map(f -> figures(f, units.get(f.supply()))).toList();
    int registerRows = registers.stream().mapToInt(register -> register.rows().size()).sum();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    return new Result(
        registered.size(), registerRows, milliseconds, stored(found.findings()), figures);
  }

  private static Figures.RegisterFigures figures(RegisterFigures f, String unit) {
    return new Figures.RegisterFigures(
        f.supply(), unit, f.compared(), f.matched(), f.review(), f.onlyCensus(), f.onlyRegister());
  }

  /**
   * Keeps every pattern that may be a difference; what each one means is the decision table's
   * business.
   */
  private static List<Pattern> unusual(Pattern pattern) {
    boolean ordinary =
        !pattern.census().equals(Pattern.NONE)
            && !pattern.census().equals(Pattern.DUPLICATE)
            && !pattern.death().equals(Pattern.BEFORE)
            && pattern.born().equals(Pattern.BEFORE)
            && pattern.idNumber().equals(Pattern.VALID)
            && !pattern.attribute().equals(Pattern.DIFFERS)
            && !pattern.residence().equals(Pattern.UNPAIRED)
            && !pattern.student().equals(Pattern.BOARDING_TWICE)
            && pattern.form().equals(Pattern.RIGHT)
            && pattern.place().equals(Pattern.RIGHT);
    return ordinary ? List.of() : List.of(pattern);
  }

  private Population registered(String censusId) {
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

  private Register register(String censusId, String supply) {
    RegisterKind kind = RegisterKind.ofSupply(supply);
    Population.Builder rows = Population.builder(CensusFields.register(kind));
    deliveries.forEachAccepted(censusId, supply, row -> rows.add(values(kind, row)));
    return new Register(supply, kind, rows.build());
  }

  private static String[] values(RegisterKind kind, RegisterRow row) {
    List<String> values = new ArrayList<>();
    values.add(row.deliveryId() + ":" + row.line());
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

  private static List<FindingStore.Finding> stored(List<Finding<Pattern>> findings) {
    List<FindingStore.Finding> stored = new ArrayList<>(findings.size());
    for (Finding<Pattern> finding : findings) {
      String evidence = String.join("；", finding.evidence());
      stored.add(
          new FindingStore.Finding(
              stored.size() + 1,
              PatternText.write(finding.pattern()),
              key(finding.censusRow()),
              key(finding.secondCensusRow()),
              finding.block() == null ? Difference.UNLOCATED : finding.block(),
              evidence.length() > LONGEST_EVIDENCE
                  ? evidence.substring(0, LONGEST_EVIDENCE)
                  : evidence,
              finding.registers().stream().map(CensusComparison::source).toList()));
    }
    return stored;
  }

  private static FindingStore.Source source(RegisterReference reference) {
    String[] key = reference.recordId().split(":");
    return new FindingStore.Source(
        reference.supply(), Long.parseLong(key[0]), Integer.parseInt(key[1]));
  }

  private static Long key(String row) {
    return row == null ? null : Long.valueOf(row);
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
