package org.censusflow.registration.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Masking;
import org.censusflow.registration.form.CodeTable;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.question.AnswersInForce.InForce;
import org.censusflow.registration.question.QuestionView.Field;
import org.censusflow.registration.question.QuestionView.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a block's questions for the one who works on them; every look is on record. */
@Component
class QuestionViews {

  private static final String ID_NUMBER = "id_number";

  private final HouseholdQuestions questions;
  private final DoubtfulAnswers doubtful;
  private final AnswersInForce answers;
  private final FormCatalogue catalogue;
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  QuestionViews(
      HouseholdQuestions questions,
      DoubtfulAnswers doubtful,
      AnswersInForce answers,
      FormCatalogue catalogue,
      JdbcClient jdbc,
      AuditTrail audit) {
    this.questions = questions;
    this.doubtful = doubtful;
    this.answers = answers;
    this.catalogue = catalogue;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional
  QuestionView view(QuestionTask task, String user) {
    String action = "question." + task.stage().code();
    List<HouseholdQuestion> own = questions.of(task);
    audit.record(user, task.district(), action, "block", task.block());
    audit.persons(user, task.district(), action, HouseholdQuestion.persons(own));
    audit.recordAll(
        user,
        task.district(),
        action,
        "household",
        own.stream().map(question -> String.valueOf(question.householdId())).toList());
    Map<String, List<Option>> codes = new LinkedHashMap<>();
    List<QuestionView.Question> shown =
        own.stream().map(question -> shown(question, codes, user)).toList();
    return new QuestionView(task.stage().code(), task.block(), task.label(), shown, codes);
  }

  private QuestionView.Question shown(
      HouseholdQuestion question, Map<String, List<Option>> codes, String user) {
    InForce now = answers.of(question);
    return new QuestionView.Question(
        question.id(),
        question.householdNo(),
        address(question.householdId()),
        question.personId() == null ? null : now.answers().get("name"),
        question.reason(),
        question.evidence(),
        doubtful.about(question),
        question.state().name(),
        now.items().stream().map(item -> field(item, now, codes)).toList(),
        question.reply(),
        question.doubts(),
        question.escalatedNote(),
        question.remark(),
        Objects.equals(user, question.answeredBy()));
  }

  private Field field(Item item, InForce now, Map<String, List<Option>> codes) {
    String answer = now.answers().get(item.key());
    String number = item.codesByForm().get(now.form());
    if (item.key().equals(ID_NUMBER)) {
      return new Field(
          item.key(), number, item.name(), item.type(), null, null, Masking.idNumber(answer));
    }
    String shown = answer;
    if (item.codes() != null) {
      CodeTable table = catalogue.codes().at(item.codes(), now.filledIn());
      codes.computeIfAbsent(item.codes(), key -> options(table));
      shown = table.codes().getOrDefault(answer == null ? "" : answer, answer);
    }
    return new Field(item.key(), number, item.name(), item.type(), item.codes(), answer, shown);
  }

  private static List<Option> options(CodeTable table) {
    return table.codes().entrySet().stream()
        .map(code -> new Option(code.getKey(), code.getValue()))
        .toList();
  }

  private String address(long household) {
    return jdbc.sql("select address from household where id = ?")
        .param(household)
        .query(String.class)
        .single();
  }
}
