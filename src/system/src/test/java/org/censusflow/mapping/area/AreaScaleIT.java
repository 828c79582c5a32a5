package org.censusflow.mapping.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.mapping.area.AreaFinding.Kind;
import org.censusflow.mapping.assignment.StaffBalance;
import org.censusflow.mapping.assignment.StaffRole;
import org.censusflow.mapping.boundary.BlockProposal;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A district of the size of Haicang, 3,200 blocks with 250,000 dwellings, from its files to its
 * staff on both databases. Times go to the log; what is asserted is that nothing is lost.
 */
class AreaScaleIT extends BothDatabases {

  private static final Logger log = LoggerFactory.getLogger(AreaScaleIT.class);
  private static final int BLOCKS = 3_200;
  private static final LoadNorm NORM = new LoadNorm(80, 250, 4, 5);

  @ParameterizedTest
  @MethodSource("databases")
  void aWholeDistrictIsImportedCheckedBroughtToTheNormAcceptedChangedAndDealtOut(
      DataSource database) {
    AreaWorld world = new AreaWorld(database);
    SampleAreas sample = new SampleAreas(district());
    final String where = database.getClass().getSimpleName();
    timed(
        where,
        "import",
        () -> {
          world.takeAll(sample);
          return null;
        });
    long dwellings = world.count("dwelling");
    final long persons = sum(world);
    assertThat(world.count("area_block")).isEqualTo(BLOCKS);
    assertThat(dwellings).isBetween(240_000L, 275_000L);

    Readiness before = timed(where, "checks", () -> world.checks.check(AreaWorld.CENSUS, null));
    assertThat(before.ready()).isTrue();
    assertThat(before.figures().blocks()).isEqualTo(BLOCKS);
    List<BlockProposal> proposals =
        timed(where, "proposal", () -> world.proposals.propose(AreaWorld.CENSUS, null));
    assertThat(proposals).hasSizeGreaterThan(150);
    timed(
        where,
        proposals.size() + " changes",
        () -> {
          proposals.forEach(
              one ->
                  world.within(
                      () -> world.changes.apply(AreaWorld.CENSUS, one, "按工作量标准调整", "office")));
          return null;
        });
    Readiness after =
        timed(where, "checks again", () -> world.checks.check(AreaWorld.CENSUS, null));
    assertThat(after.ready()).as("no gap and no overlap comes of a change").isTrue();
    assertThat(after.findings()).noneMatch(it -> it.kind() == Kind.OVERLOADED);
    assertThat(sum(world)).isEqualTo(persons);
    assertThat(world.count("dwelling")).isEqualTo(dwellings);
    assertThat(world.store.blocks(AreaWorld.CENSUS, null))
        .noneMatch(block -> Load.heavy(block, NORM));

    timed(
        where,
        "acceptance",
        () ->
            world.within(
                () -> {
                  world.acceptance.accept(AreaWorld.CENSUS, "lead");
                  return null;
                }));
    assertThat(world.areas.blocks(AreaWorld.CENSUS))
        .hasSameSizeAs(world.store.blocks(AreaWorld.CENSUS, null));
    staff(world, where);
    changeWhileWorkRuns(world, persons);
  }

  private static void staff(AreaWorld world, String where) {
    world.team.clear();
    for (int i = 1; i <= 800; i++) {
      world.team.add("e%04d".formatted(i));
    }
    world.certify(world.team.toArray(String[]::new));
    int blocks = world.areas.blocks(AreaWorld.CENSUS, "songyu").size();
    int dealt =
        timed(
            where,
            "dealing out a subdistrict",
            () ->
                world.within(
                    () ->
                        world.balance.deal(
                            AreaWorld.CENSUS, "songyu", StaffRole.ENUMERATOR, "office")));
    assertThat(dealt).isEqualTo(blocks);
    StaffBalance.Balance balance =
        timed(where, "balance", () -> world.balance.balance(AreaWorld.CENSUS, "songyu"));
    assertThat(balance.blocksWithoutEnumerator()).isZero();
    assertThat(balance.people().stream().mapToInt(StaffBalance.Person::blocks).sum())
        .isEqualTo(blocks);
    assertThat(balance.people())
        .as("eight hundred people share the blocks of a quarter of the district")
        .allMatch(person -> person.load() < 3);
  }

  private static void changeWhileWorkRuns(AreaWorld world, long persons) {
    List<AreaBlock> blocks = world.areas.blocks(AreaWorld.CENSUS, "songyu");
    AreaBlock into = blocks.get(0);
    AreaBlock gone = blocks.get(1);
    assertThat(gone.areaCode()).isEqualTo(into.areaCode());
    world.within(
        () ->
            world.changes.merge(
                AreaWorld.CENSUS, into.code(), List.of(gone.code()), "道路改造", "office"));
    assertThat(sum(world)).isEqualTo(persons);
    assertThat(world.assignments.working(AreaWorld.CENSUS, gone.code(), StaffRole.ENUMERATOR))
        .isEqualTo(world.assignments.working(AreaWorld.CENSUS, into.code(), StaffRole.ENUMERATOR))
        .isPresent();
  }

  /** Four subdistricts of forty communities of twenty blocks; some heavy, some light. */
  private static List<SampleAreas.Block> district() {
    Random random = new Random(350205);
    List<SampleAreas.Block> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      String subdistrict = "35020500" + (i / (BLOCKS / 4) + 1);
      String code = subdistrict + (701 + i % (BLOCKS / 4) / 20) + "%03d".formatted(i % 20 + 1);
      int households = size(random);
      blocks.add(
          new SampleAreas.Block(
              code,
              subdistrict,
              "样例第" + (1 + i % (BLOCKS / 4) / 20) + "社区",
              "样例路" + code + "号",
              households,
              households * 23 / 10));
    }
    return blocks;
  }

  private static int size(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> 160 + random.nextInt(140);
      case 1 -> 10 + random.nextInt(25);
      default -> 60 + random.nextInt(30);
    };
  }

  private static long sum(AreaWorld world) {
    return world.jdbc.sql("select sum(persons) from dwelling").query(Long.class).single();
  }

  private static <T> T timed(String where, String what, Supplier<T> action) {
    long start = System.nanoTime();
    T result = action.get();
    log.info("{}: {} took {} ms", where, what, (System.nanoTime() - start) / 1_000_000);
    return result;
  }
}
