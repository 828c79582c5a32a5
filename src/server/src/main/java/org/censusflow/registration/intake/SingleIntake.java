package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.answers.HouseholdAnswered;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.Violation;
import org.censusflow.registration.intake.HouseholdReceipt.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in one household's form: all of it or nothing. Stored by the same writer as a file's rows,
 * held against the same checks. The answers, what follows from them ({@link HouseholdAnswered}) and
 * who handed them in are one commit.
 */
@Component
public class SingleIntake {

  private static final String ACTION = "intake.household";

  private final JdbcTemplate template;
  private final FormCatalogue catalogue;
  private final IntakeAudit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public SingleIntake(
      JdbcTemplate template,
      FormCatalogue catalogue,
      IntakeAudit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.template = template;
    this.catalogue = catalogue;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param actor the account that hands the form in
   * @throws DataIntegrityViolationException when somebody brought the same household or key at the
   *     same moment; nothing is stored then, and a second try finds what they brought
   */
  @Transactional
  public HouseholdReceipt submit(Census census, HouseholdSubmission form, String actor) {
    HouseholdReceipt receipt =
        template.execute(
            (ConnectionCallback<HouseholdReceipt>)
                connection -> submit(connection, census.id(), form, actor));
    if (receipt.accepted()) {
      events.publishEvent(
          new HouseholdAnswered(census.id(), form.block(), receipt.householdId(), form.mode()));
    }
    if (receipt.householdId() != null) {
      String household = String.valueOf(receipt.householdId());
      audit.record(actor, census.district(), ACTION, "household", household);
    }
    return receipt;
  }

  private HouseholdReceipt submit(
      Connection connection, String censusId, HouseholdSubmission form, String actor)
      throws SQLException {
    if (form.block() != null) {
      // Before looking: the same form may be on its way already, and is then the one that came
      // before.
      IntakeTables.on(connection).takeTurns(censusId, List.of(form.block()));
    }
    LocalDate today = LocalDate.now(clock);
    IntakeFrame frame =
        IntakeFrame.ofBlock(connection, catalogue, censusId, form.block(), today, today);
    FormReader reader = new FormReader(catalogue, frame);
    List<CheckedRow> rows = read(reader, form);
    String hash = hash(form, rows);
    HouseholdReceipt before = before(connection, censusId, form.clientKey(), hash);
    if (before != null) {
      return before;
    }
    List<HouseholdReceipt.Fault> faults = faults(rows, form);
    if (!faults.isEmpty()) {
      return HouseholdReceipt.rejected(form.clientKey(), faults);
    }
    Savepoint untouched = connection.setSavepoint();
    ChunkWriter.Outcome outcome =
        new ChunkWriter(
                connection,
                reader,
                catalogue,
                new ChunkFrame(censusId, form.mode(), actor, clock.instant()))
            .write(new Chunk(0, rows.size(), rows));
    if (!outcome.rejects.isEmpty() || !outcome.again.isEmpty() || outcome.accepted != rows.size()) {
      connection.rollback(untouched);
      return rejected(form, new Violation(Checks.ANSWERED, null));
    }
    remember(connection, censusId, form.clientKey(), hash, outcome.lastHousehold);
    return new HouseholdReceipt(
        form.clientKey(),
        State.ACCEPTED,
        outcome.lastHousehold,
        List.of(),
        queries(connection, outcome.lastHousehold));
  }

  private static String hash(HouseholdSubmission form, List<CheckedRow> rows) {
    StringBuilder said = new StringBuilder().append(form.householdNo());
    rows.forEach(row -> said.append(' ').append(row.hash()));
    return new RowHash().of(said.toString());
  }

  private List<CheckedRow> read(FormReader reader, HouseholdSubmission form) {
    Set<String> given = new HashSet<>();
    catalogue.householdItems().stream().map(Item::key).forEach(given::add);
    catalogue.personItems().stream().map(Item::key).forEach(given::add);
    List<CheckedRow> rows = new ArrayList<>();
    for (int i = 0; i < form.persons().size(); i++) {
      Map<String, String> person = form.persons().get(i);
      int line = i + 1;
      rows.add(reader.read(line, key -> value(form, person, line, key), given));
    }
    return rows;
  }

  private static String value(
      HouseholdSubmission form, Map<String, String> person, int line, String key) {
    String value =
        switch (key) {
          case Layout.ROW -> form.clientKey() == null ? null : form.clientKey() + "/" + line;
          case Layout.BLOCK -> form.block();
          case Layout.HOUSEHOLD -> String.valueOf(form.householdNo());
          case Layout.LINE -> String.valueOf(line);
          case Layout.ADDRESS -> form.address();
          case Layout.FORM -> person.getOrDefault(Layout.FORM, form.form());
          case Layout.FILLED_IN -> form.filledIn() == null ? null : form.filledIn().toString();
          case Layout.CONFIRMED_BY -> form.confirmedBy();
          default -> person.containsKey(key) ? person.get(key) : form.items().get(key);
        };
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static List<HouseholdReceipt.Fault> faults(
      List<CheckedRow> rows, HouseholdSubmission form) {
    List<HouseholdReceipt.Fault> faults = new ArrayList<>();
    if (form.clientKey() == null || form.clientKey().isBlank() || form.clientKey().length() > 60) {
      faults.add(new HouseholdReceipt.Fault(0, new Violation(Checks.ROW_KEY, null).text()));
    }
    if (rows.isEmpty()) {
      faults.add(new HouseholdReceipt.Fault(0, new Violation(Checks.NO_PERSON, null).text()));
    }
    for (CheckedRow row : rows) {
      row.found().stream()
          .filter(Violation::refuses)
          .forEach(fault -> faults.add(new HouseholdReceipt.Fault((int) row.line(), fault.text())));
    }
    return faults;
  }

  private static HouseholdReceipt rejected(HouseholdSubmission form, Violation why) {
    return HouseholdReceipt.rejected(
        form.clientKey(), List.of(new HouseholdReceipt.Fault(0, why.text())));
  }

  private HouseholdReceipt before(
      Connection connection, String censusId, String clientKey, String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select content_hash, household_id from intake_key where census_id = ? and client_key = ?")) {
      query.setString(1, censusId);
      query.setString(2, clientKey);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        if (!hash.equals(row.getString(1))) {
          Violation changed = new Violation(Checks.CHANGED, null);
          return HouseholdReceipt.rejected(
              clientKey, List.of(new HouseholdReceipt.Fault(0, changed.text())));
        }
        long household = row.getLong(2);
        return new HouseholdReceipt(
            clientKey, State.REPEATED, household, List.of(), queries(connection, household));
      }
    }
  }

  private void remember(
      Connection connection, String censusId, String clientKey, String hash, long household)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into intake_key (census_id, client_key, content_hash, household_id, received_at) values (?, ?, ?, ?, ?)")) {
      insert.setString(1, censusId);
      insert.setString(2, clientKey);
      insert.setString(3, hash);
      insert.setLong(4, household);
      insert.setTimestamp(5, Moments.now(clock));
      insert.executeUpdate();
    }
  }

  private static List<String> queries(Connection connection, long household) throws SQLException {
    List<String> queries = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select check_id, item from check_finding where household_id = ? order by id")) {
      query.setLong(1, household);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          queries.add(new Violation(Checks.byId(row.getString(1)), row.getString(2)).text());
        }
      }
    }
    return queries;
  }

  /** The day until which households may answer by themselves is past for a form. */
  public static boolean late(HouseholdSubmission form, LocalDate lastDay) {
    return "self".equals(form.mode())
        && form.filledIn() != null
        && form.filledIn().isAfter(lastDay);
  }
}
