package org.censusflow.crosscheck.recheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Masking;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.DifferenceSources;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.crosscheck.compare.Verifier;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.recheck.RecheckView.Choice;
import org.censusflow.crosscheck.recheck.RecheckView.Found;
import org.censusflow.crosscheck.recheck.RecheckView.Item;
import org.censusflow.crosscheck.recheck.RecheckView.Person;
import org.censusflow.registration.answers.RegisteredPerson;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.Sex;
import org.springframework.stereotype.Component;

/**
 * Puts together what an officer needs to see of each difference: the registrations, the records,
 * the possible outcomes.
 */
@Component
class RecheckViews {

  private static final String SEPARATOR = " · ";

  private final Registrations registrations;
  private final DifferenceSources sources;
  private final CorrectionViews corrections;
  private final AuditTrail audit;

  RecheckViews(
      Registrations registrations,
      DifferenceSources sources,
      CorrectionViews corrections,
      AuditTrail audit) {
    this.registrations = registrations;
    this.sources = sources;
    this.corrections = corrections;
    this.audit = audit;
  }

  /** Every person and every record that is shown goes on record. */
  RecheckView of(RecheckTask task, List<Difference> differences, String user) {
    Map<Long, RegisteredPerson> persons = personsOf(differences);
    Map<Integer, List<DifferenceSources.Source>> records = sources.of(differences);
    seen(task, user, persons, records);
    Map<Integer, List<Difference>> bySubject =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    Difference::subject, LinkedHashMap::new, Collectors.toList()));
    List<Person> people = new ArrayList<>();
    bySubject.forEach(
        (subject, own) ->
            people.add(
                person(subject, own, persons, records.getOrDefault(subject, List.of()), user)));
    int open = (int) differences.stream().filter(task::waitsFor).count();
    String roles =
        task.roles().stream().map(Verifier::label).sorted().collect(Collectors.joining("、"));
    return new RecheckView(
        task.block(),
        task.blockLabel(),
        roles,
        task.stage().code(),
        people,
        corrections.choices(task, asksBlock(task, people)),
        open,
        differences.size() - open);
  }

  private void seen(
      RecheckTask task,
      String user,
      Map<Long, RegisteredPerson> persons,
      Map<Integer, List<DifferenceSources.Source>> records) {
    String action = "recheck." + task.stage().code();
    audit.persons(user, task.district(), action, persons.keySet());
    audit.recordAll(
        user,
        task.district(),
        action,
        AuditTrail.REGISTER_ROW,
        records.values().stream()
            .flatMap(List::stream)
            .map(source -> source.row().deliveryId() + "/" + source.row().line())
            .toList());
  }

  private static boolean asksBlock(RecheckTask task, List<Person> people) {
    return task.stage() == RecheckTask.Stage.VERIFY
        && people.stream()
            .flatMap(person -> person.differences().stream())
            .flatMap(item -> item.outcomes().stream())
            .anyMatch(
                choice ->
                    choice.asks().equals("block")
                        || (choice.asks().equals("person")
                            && task.block().equals(Difference.UNLOCATED)));
  }

  private Map<Long, RegisteredPerson> personsOf(List<Difference> differences) {
    List<Long> ids = differences.stream().flatMap(d -> d.persons().stream()).distinct().toList();
    return registrations.current(ids).stream()
        .collect(Collectors.toMap(RegisteredPerson::id, p -> p));
  }

  private Person person(
      int subject,
      List<Difference> differences,
      Map<Long, RegisteredPerson> persons,
      List<DifferenceSources.Source> records,
      String user) {
    Difference first = differences.get(0);
    List<Found> found = new ArrayList<>();
    first.persons().stream().map(persons::get).forEach(person -> found.add(registration(person)));
    String registered =
        first.personId() == null ? null : persons.get(first.personId()).answers().idNumber();
    records.forEach(source -> found.add(record(source, registered)));
    List<Item> items =
        differences.stream().map(d -> item(d, persons.get(d.personId()), found, user)).toList();
    if (first.personId() != null) {
      RegisteredPerson p = persons.get(first.personId());
      return new Person(
          subject,
          p.answers().name(),
          Masking.idNumber(p.answers().idNumber()),
          sex(p.answers().sex()),
          text(p.answers().birthDate()),
          p.address(),
          items);
    }
    if (records.isEmpty()) {
      return new Person(subject, "", "", "", "", "", items);
    }
    RegisterRow row = records.get(0).row();
    return new Person(
        subject,
        text(row.name()),
        Masking.idNumber(row.idNumber()),
        sex(row.sex()),
        text(row.birthDate()),
        text(row.address()),
        items);
  }

  private static Found registration(RegisteredPerson p) {
    String where = "absent".equals(p.answers().residence()) ? "户口在此、不住在此" : "住在此";
    return new Found(
        p.removed() ? "普查登记（已删除）" : "普查登记",
        join(
            p.answers().name(),
            Masking.idNumber(p.answers().idNumber()),
            sex(p.answers().sex()),
            text(p.answers().birthDate()),
            p.address(),
            p.householdNo() + " 户",
            where));
  }

  private static Found record(DifferenceSources.Source source, String registered) {
    RegisterRow row = source.row();
    return new Found(
        source.supplyLabel(),
        join(
            row.name(),
            Masking.idNumber(row.idNumber()),
            Masking.compared(registered, row.idNumber()),
            sex(row.sex()),
            text(row.birthDate()),
            row.address(),
            row.eventDate() == null ? null : "死亡日期 " + row.eventDate(),
            row.relatedName() == null ? null : "母亲 " + row.relatedName(),
            row.organisation(),
            Boolean.TRUE.equals(row.boarding()) ? "住校" : null));
  }

  private Item item(Difference d, RegisteredPerson person, List<Found> found, String user) {
    List<Choice> choices =
        d.difference().outcomes().stream()
            .map(outcome -> new Choice(outcome.code(), outcome.label(), asks(outcome)))
            .toList();
    return new Item(
        d.id(),
        d.difference().name(),
        d.difference().label(),
        Arrays.asList(d.evidence().split("；")),
        found,
        choices,
        d.status().name().toLowerCase(Locale.ROOT),
        d.outcome() == null ? null : d.outcome().code(),
        d.outcome() == null ? null : d.outcome().label(),
        d.reason(),
        d.correction(),
        corrections.changes(d, d.outcome() == Outcome.PAIRED ? null : person),
        d.doubts(),
        d.returnReason(),
        user.equals(d.settledBy()));
  }

  private static String asks(Outcome outcome) {
    return switch (outcome.effect()) {
      case ADD -> "person";
      case CORRECT -> "answers";
      case MOVE_BLOCK, ADD_PAIR -> "block";
      case REMOVE_SECOND -> "keep";
      case NONE, REMOVE, MOVE_FORM -> "none";
    };
  }

  private static String sex(String code) {
    String label = Sex.label(code);
    return label == null ? "" : label;
  }

  private static String text(LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String join(String... values) {
    return Stream.of(values)
        .filter(v -> v != null && !v.isBlank())
        .collect(Collectors.joining(SEPARATOR));
  }
}
