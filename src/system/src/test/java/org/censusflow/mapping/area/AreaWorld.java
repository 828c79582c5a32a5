package org.censusflow.mapping.area;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.Districts;
import org.censusflow.base.districtfile.DistrictFolder;
import org.censusflow.mapping.assignment.AssignmentMoves;
import org.censusflow.mapping.assignment.AssignmentRules;
import org.censusflow.mapping.assignment.AssignmentStore;
import org.censusflow.mapping.assignment.Assignments;
import org.censusflow.mapping.assignment.StaffBalance;
import org.censusflow.mapping.assignment.StaffDirectory;
import org.censusflow.mapping.boundary.AreaProposals;
import org.censusflow.mapping.boundary.BoundaryChanges;
import org.censusflow.mapping.boundary.BoundaryOutlines;
import org.censusflow.mapping.boundary.BoundaryStore;
import org.censusflow.mapping.boundary.ChangeFinish;
import org.censusflow.mapping.listing.AreaAcceptance;
import org.censusflow.mapping.listing.AreaFiles;
import org.censusflow.mapping.listing.AreaLedger;
import org.censusflow.mapping.listing.ListingStore;
import org.censusflow.preparation.Staff;
import org.censusflow.sample.SampleAreas;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a database of its own, without the rest of the program. */
public final class AreaWorld {

  public static final String CENSUS = "haicang-2020";
  static final String SONGYU = "350205002";
  private static final Districts DISTRICTS = DistrictFolder.load(Districts.DEFAULT_LOCATION);
  static final Instant NOW = Instant.parse("2020-11-05T02:00:00Z");

  public final List<Object> events = new ArrayList<>();
  final List<String> team = new ArrayList<>(List.of("e1", "e2", "e3"));
  public final JdbcClient jdbc;
  public final AreaStore store;
  public final Areas areas;
  final AreaFiles files;
  public final AreaChecks checks;
  public final AreaProposals proposals;
  public final BoundaryChanges changes;
  public final BoundaryStore kept;
  final AreaLedger ledger;
  public final AreaAcceptance acceptance;
  public final AssignmentStore assigned;
  public final Assignments assignments;
  public final StaffBalance balance;
  public final OutlineStore outlines;

  private final TransactionTemplate transaction;

  AreaWorld(DataSource database) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    jdbc = JdbcClient.create(database);
    JdbcTemplate template = new JdbcTemplate(database);
    CensusRegister censuses = new CensusRegister(jdbc);
    censuses.open(DISTRICTS.require("haicang"));
    CensusPlace place = new CensusPlace(DISTRICTS);
    store = new AreaStore(jdbc);
    outlines = new OutlineStore(jdbc);
    ledger = new AreaLedger(jdbc, clock);
    areas = new Areas(jdbc);
    ListingStore listing = new ListingStore(jdbc, template, store);
    files = new AreaFiles(place, store, listing, outlines, ledger, censuses);
    checks = new AreaChecks(place, store, outlines, jdbc);
    DwellingStore dwellings = new DwellingStore(jdbc, template);
    proposals = new AreaProposals(place, store, outlines, dwellings);
    kept = new BoundaryStore(jdbc, template, clock);
    BoundaryOutlines boundary = new BoundaryOutlines(outlines);
    assigned = new AssignmentStore(jdbc, clock);
    Staff staff = Certificates.on(jdbc, clock);
    StaffDirectory directory = (district, subdistrict, role) -> List.copyOf(team);
    assignments =
        new Assignments(
            place,
            store,
            areas,
            assigned,
            new AssignmentRules(directory, staff),
            staff,
            events::add);
    ChangeFinish finish =
        new ChangeFinish(
            place,
            store,
            ledger,
            kept,
            boundary,
            new AssignmentMoves(store, assigned, events::add),
            events::add);
    changes = new BoundaryChanges(store, dwellings, proposals, ledger, kept, boundary, finish);
    acceptance = new AreaAcceptance(place, ledger, checks);
    balance = new StaffBalance(place, store, assigned, assignments, directory, staff);
  }

  public static AreaWorld onH2() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return new AreaWorld(h2);
  }

  public AreaFiles.Taken take(AreaFileKind kind, String text) {
    return take(kind, null, text.getBytes(StandardCharsets.UTF_8));
  }

  public AreaFiles.Taken take(AreaFileKind kind, String subdistrict, byte[] bytes) {
    return within(
        () -> {
          try {
            return files.take(CENSUS, kind, subdistrict, new ByteArrayInputStream(bytes), "office");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public void takeAll(SampleAreas sample) {
    take(AreaFileKind.AREAS, sample.areas());
    take(AreaFileKind.BLOCKS, sample.blocks());
    take(AreaFileKind.OUTLINES, sample.outlines());
    take(AreaFileKind.DWELLINGS, sample.dwellings());
  }

  /** Runs in a transaction, as the program does. */
  public <T> T within(Supplier<T> action) {
    return transaction.execute(status -> action.get());
  }

  public void certify(String... accounts) {
    Certificates.give(jdbc, List.of(accounts));
  }

  public long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Blocks of one community, with these numbers of households; 3 persons in each. */
  public static SampleAreas sample(int... households) {
    List<SampleAreas.Block> blocks = new ArrayList<>();
    for (int i = 0; i < households.length; i++) {
      blocks.add(block("701", i + 1, households[i]));
    }
    return new SampleAreas(blocks);
  }

  /** With a community in every other subdistrict, so that the district is covered. */
  public static SampleAreas district(int... households) {
    List<SampleAreas.Block> blocks = new ArrayList<>();
    for (String part : List.of("350205001", SONGYU, "350205003", "350205004")) {
      for (int i = 0; i < (part.equals(SONGYU) ? households.length : 1); i++) {
        int size = part.equals(SONGYU) ? households[i] : 80;
        String code = part + "701" + "%03d".formatted(i + 1);
        blocks.add(new SampleAreas.Block(code, part, "样例第1社区", "样例路" + code + "号", size, size * 3));
      }
    }
    return new SampleAreas(blocks);
  }

  private static SampleAreas.Block block(String community, int number, int households) {
    String code = SONGYU + community + "%03d".formatted(number);
    return new SampleAreas.Block(
        code, SONGYU, "样例第1社区", "样例路" + number + "号", households, households * 3);
  }

  public static String code(int number) {
    return SONGYU + "701" + "%03d".formatted(number);
  }
}
