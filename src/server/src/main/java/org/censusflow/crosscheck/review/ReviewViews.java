package org.censusflow.crosscheck.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.review.ReviewView.Field;
import org.censusflow.crosscheck.review.ReviewView.Given;
import org.censusflow.crosscheck.review.ReviewView.Pair;
import org.censusflow.registration.answers.RegisteredPerson;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.Sex;
import org.springframework.stereotype.Component;

/** Puts together what an officer needs to see of each pair. */
@Component
class ReviewViews {

  private final Registrations registrations;
  private final Deliveries deliveries;

  ReviewViews(Registrations registrations, Deliveries deliveries) {
    this.registrations = registrations;
    this.deliveries = deliveries;
  }

  ReviewView of(ReviewTask task, List<JudgedPair> pairs, String user) {
    Map<Long, RegisteredPerson> persons =
        registrations.current(pairs.stream().map(JudgedPair::personId).distinct().toList()).stream()
            .collect(Collectors.toMap(RegisteredPerson::id, person -> person));
    Map<RegisterRow.Key, RegisterRow> rows =
        deliveries.rows(pairs.stream().map(JudgedPair::row).distinct().toList());
    List<Pair> shown =
        pairs.stream()
            .map(pair -> pair(task, pair, user, persons.get(pair.personId()), rows.get(pair.row())))
            .toList();
    int open = (int) pairs.stream().filter(p -> p.own(task.part(), user) == null).count();
    return new ReviewView(task.decides() ? "decide" : "judge", shown, open);
  }

  private Pair pair(
      ReviewTask task, JudgedPair pair, String user, RegisteredPerson person, RegisterRow row) {
    JudgedPair.Given own = pair.own(task.part(), user);
    List<Given> given =
        task.decides()
            ? pair.judged().stream().map(a -> new Given(a.answer().label(), a.reason())).toList()
            : List.of();
    return new Pair(
        pair.id(),
        deliveries.supplyLabel(pair.supply()),
        fields(person, row),
        given,
        own == null ? null : own.answer().code(),
        own == null ? null : own.reason());
  }

  private static List<Field> fields(RegisteredPerson p, RegisterRow row) {
    List<Field> fields = new ArrayList<>();
    fields.add(SideBySide.texts("姓名", p.answers().name(), row.name()));
    fields.add(SideBySide.numbers("公民身份号码", p.answers().idNumber(), row.idNumber()));
    fields.add(SideBySide.texts("性别", Sex.label(p.answers().sex()), Sex.label(row.sex())));
    fields.add(SideBySide.texts("出生日期", text(p.answers().birthDate()), text(row.birthDate())));
    fields.add(SideBySide.texts("民族代码", p.answers().ethnicity(), row.ethnicity()));
    fields.add(SideBySide.texts("住址", p.address(), row.address()));
    fields.add(SideBySide.texts("居住情况", residence(p), null));
    fields.add(SideBySide.texts("死亡日期", null, text(row.eventDate())));
    fields.add(SideBySide.texts("母亲姓名", null, row.relatedName()));
    fields.add(SideBySide.texts("单位或学校", null, row.organisation()));
    fields.removeIf(field -> field.census().isEmpty() && field.register().isEmpty());
    return fields;
  }

  private static String residence(RegisteredPerson person) {
    return "absent".equals(person.answers().residence()) ? "户口在此、不住在此" : "住在此";
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
