package org.censusflow.crosscheck.recheck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.registration.answers.Answers;
import org.censusflow.registration.answers.RegisteredPerson;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.question.Proposal;
import org.censusflow.registration.question.Proposal.Added;
import org.censusflow.registration.question.Proposal.Changed;
import org.censusflow.registration.question.Proposal.Removed;
import org.springframework.stereotype.Component;

/** Says what the registration becomes by an outcome and what the household has answered. */
@Component
class Proposals {

  private static final String HERE = "here";
  private static final String ABSENT = "absent";
  private static final String LOCAL_BLOCK = "local-block";
  private static final String OTHER_BLOCK = "other-block";
  private static final String SHORT_FORM = "short";
  private static final String FOREIGN_FORM = "foreign";

  private final Registrations registrations;

  Proposals(Registrations registrations) {
    this.registrations = registrations;
  }

  /** Empty when the outcome leaves the registrations as they are. */
  Optional<Proposal> of(Difference difference, Outcome outcome, Map<String, String> given) {
    return Optional.ofNullable(
        switch (outcome.effect()) {
          case NONE -> null;
          case ADD -> added(difference, given);
          case REMOVE -> new Removed(difference.personId());
          case REMOVE_SECOND -> new Removed(superfluous(difference, given));
          case CORRECT -> Changed.answers(difference.personId(), CorrectionField.answers(given));
          case ADD_PAIR -> pair(difference, given);
          case MOVE_FORM -> Changed.form(difference.personId(), otherForm(difference));
          case MOVE_BLOCK -> Changed.block(difference.personId(), given.get("block"));
        });
  }

  private static Added added(Difference difference, Map<String, String> given) {
    Map<String, String> answers = new HashMap<>();
    CorrectionField.ANSWERS.forEach(field -> answers.put(field.item(), given.get(field.key())));
    answers.put("residence", HERE);
    return new Added(
        difference.censusId(),
        given.getOrDefault("block", difference.block()),
        given.get("householdNo"),
        given.get("address"),
        SHORT_FORM,
        answers);
  }

  /**
   * Of two registrations of one person the first is kept, unless the officer says to keep the
   * second.
   */
  private static long superfluous(Difference difference, Map<String, String> given) {
    boolean keepSecond = "second".equals(given.get("keep"));
    return keepSecond || difference.secondPersonId() == null
        ? difference.personId()
        : difference.secondPersonId();
  }

  /**
   * Adds the missing half: the place of registration for who lives here, the place of living for
   * who is absent.
   */
  private Added pair(Difference difference, Map<String, String> given) {
    RegisteredPerson known = person(difference);
    Answers a = known.answers();
    boolean livesThere = !HERE.equals(a.residence());
    Map<String, String> answers = new HashMap<>();
    answers.put("name", a.name());
    answers.put("relation", a.relation());
    answers.put("id_number", a.idNumber());
    answers.put("sex", a.sex());
    answers.put("birth_date", a.birthDate() == null ? null : a.birthDate().toString());
    answers.put("ethnicity", a.ethnicity());
    answers.put("residence", livesThere ? HERE : ABSENT);
    answers.put("hukou_place", livesThere ? OTHER_BLOCK : LOCAL_BLOCK);
    return new Added(
        difference.censusId(), given.get("block"), null, known.address(), a.form(), answers);
  }

  private String otherForm(Difference difference) {
    return SHORT_FORM.equals(person(difference).answers().form()) ? FOREIGN_FORM : SHORT_FORM;
  }

  private RegisteredPerson person(Difference difference) {
    return registrations.current(List.of(difference.personId())).get(0);
  }
}
