package org.censusflow.mapping.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.AreaFinding;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaWorld;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.area.GeoJson;
import org.censusflow.mapping.area.Readiness;
import org.censusflow.mapping.assignment.StaffRole;
import org.censusflow.mapping.assignment.WorkHandedOver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundaryChangeTests {

  private static final LocalDate DAY = LocalDate.of(2020, 11, 5);

  private final AreaWorld world = AreaWorld.onH2();

  @BeforeEach
  void acceptADistrict() {
    world.takeAll(AreaWorld.district(200, 30, 30, 80));
    accept();
    world.certify("e1", "e2", "e3");
  }

  private void accept() {
    world.within(
        () -> {
          world.acceptance.accept(AreaWorld.CENSUS, "lead");
          return null;
        });
  }

  @Test
  void whatIsHeavyIsCutBetweenBuildingsAndWhatIsLightIsJoined() {
    List<BlockProposal> proposals = world.proposals.propose(AreaWorld.CENSUS, "songyu");
    assertThat(proposals)
        .extracting(BlockProposal::kind, BlockProposal::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ChangeKind.SPLIT, "拆分为 3 个小区：001（72 户 216 人）、005（72 户 216 人）、006（56 户 168 人）"),
            org.assertj.core.groups.Tuple.tuple(ChangeKind.MERGE, "小区 003 并入 002（60 户 180 人）"));
    assertThat(world.proposals.propose(AreaWorld.CENSUS, "songyu")).isEqualTo(proposals);
  }

  @Test
  void aSplitWhileWorkRunsLosesNothingAndKeepsItsPeople() {
    assign(AreaWorld.code(1), "e1");
    world.events.clear();
    BlocksChanged changed =
        world.within(
            () -> world.changes.split(AreaWorld.CENSUS, AreaWorld.code(1), "超过工作量", "office"));

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.accepted()).isTrue();
    assertThat(changed.created()).containsExactly(AreaWorld.code(5), AreaWorld.code(6));
    assertThat(changed.moved()).hasSize(128);
    assertThat(world.events).containsExactly(changed);
    assertThat(world.areas.blocks(AreaWorld.CENSUS, "songyu"))
        .extracting(AreaBlock::code, AreaBlock::households, AreaBlock::version)
        .contains(
            org.assertj.core.groups.Tuple.tuple(AreaWorld.code(1), 72, 2),
            org.assertj.core.groups.Tuple.tuple(AreaWorld.code(5), 72, 2),
            org.assertj.core.groups.Tuple.tuple(AreaWorld.code(6), 56, 2));
    assertThat(world.count("dwelling")).isEqualTo(340 + 240);
    for (int part : new int[] {1, 5, 6}) {
      assertThat(
              world.assignments.working(
                  AreaWorld.CENSUS, AreaWorld.code(part), StaffRole.ENUMERATOR))
          .contains("e1");
    }
    Readiness after = world.checks.check(AreaWorld.CENSUS, "songyu");
    assertThat(after.ready()).isTrue();
    assertThat(after.findings())
        .filteredOn(it -> it.kind() == AreaFinding.Kind.OUTLINE_PROVISIONAL)
        .hasSize(3);
  }

  @Test
  void theWorkOfARetiredBlockPassesToThePeopleOfItsSuccessor() {
    assign(AreaWorld.code(2), "e1");
    assign(AreaWorld.code(3), "e2");
    world.events.clear();
    BlocksChanged changed =
        world.within(
            () ->
                world.changes.merge(
                    AreaWorld.CENSUS,
                    AreaWorld.code(2),
                    List.of(AreaWorld.code(3)),
                    "户数太少",
                    "office"));
    assertThat(changed.retired()).isEqualTo(Map.of(AreaWorld.code(3), AreaWorld.code(2)));
    assertThat(world.events)
        .containsExactly(
            new WorkHandedOver(
                AreaWorld.CENSUS, "haicang", AreaWorld.code(3), StaffRole.ENUMERATOR, "e2", "e1"),
            changed);
    assertThat(world.areas.find(AreaWorld.CENSUS, AreaWorld.code(3))).isEmpty();
    assertThat(world.areas.worksIn(AreaWorld.CENSUS, AreaWorld.code(3)))
        .contains(AreaWorld.code(2));
    assertThat(world.assignments.working(AreaWorld.CENSUS, AreaWorld.code(3), StaffRole.ENUMERATOR))
        .contains("e1");
    assertThat(world.count("block")).as("a retired block keeps its row").isEqualTo(7);
    assertThat(world.areas.householdsExpected(AreaWorld.CENSUS, AreaWorld.code(2))).isEqualTo(60);
    assertThat(world.checks.check(AreaWorld.CENSUS, "songyu").ready()).isTrue();
    assertThat(world.within(() -> split(AreaWorld.code(1))).created())
        .as("the number of a retired block is not given again")
        .containsExactly(AreaWorld.code(5), AreaWorld.code(6));
  }

  @Test
  void aMergeWithABlockThatNobodyHasKeepsTheOneWhoIsThere() {
    assign(AreaWorld.code(3), "e2");
    world.within(
        () ->
            world.changes.merge(
                AreaWorld.CENSUS, AreaWorld.code(2), List.of(AreaWorld.code(3)), "户数太少", "office"));
    assertThat(world.assignments.working(AreaWorld.CENSUS, AreaWorld.code(2), StaffRole.ENUMERATOR))
        .contains("e2");
  }

  @Test
  void buildingsMoveWithTheirDwellingsAndKeepTheirNumbers() {
    String building = "3502050027010001";
    world.within(
        () ->
            world.changes.move(
                AreaWorld.CENSUS, List.of(building), AreaWorld.code(4), "楼栋属另一社区", "office"));
    assertThat(
            world
                .jdbc
                .sql("select distinct block_code from dwelling where building_code = ?")
                .param(building)
                .query(String.class)
                .list())
        .containsExactly(AreaWorld.code(4));
    assertThat(
            world
                .jdbc
                .sql("select block_code from building where code = ?")
                .param(building)
                .query(String.class)
                .single())
        .isEqualTo(AreaWorld.code(4));
    assertThat(world.areas.householdsExpected(AreaWorld.CENSUS, AreaWorld.code(4))).isEqualTo(104);
    assertThat(world.areas.householdsExpected(AreaWorld.CENSUS, AreaWorld.code(1))).isEqualTo(176);
  }

  @Test
  void everyChangeIsAVersionWithItsReasonAndActor() {
    world.within(() -> split(AreaWorld.code(1)));
    world.within(
        () ->
            world.changes.split(
                AreaWorld.CENSUS, AreaWorld.code(4), List.of("3502050027010014"), "新建小区", "other"));
    assertThat(world.kept.kept(AreaWorld.CENSUS))
        .extracting(
            BoundaryStore.Kept::version, BoundaryStore.Kept::reason, BoundaryStore.Kept::madeBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "新建小区", "other"),
            org.assertj.core.groups.Tuple.tuple(1, "超过工作量", "office"));
    assertThat(
            world
                .jdbc
                .sql(
                    "select sum(households_after) - sum(households_before) from boundary_change_block")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aSketchThatAChangeLeftIsDrawnAnewAfterAcceptance() {
    world.within(() -> split(AreaWorld.code(1)));
    String sketch = GeoJson.of(world.outlines.of(AreaWorld.CENSUS, List.of(AreaWorld.code(5))));
    world.take(AreaFileKind.OUTLINES, sketch);
    assertThat(world.outlines.of(AreaWorld.CENSUS, List.of(AreaWorld.code(5))))
        .allMatch(outline -> !outline.provisional());
  }

  @Test
  void whatCannotBeDoneIsRefusedAndChangesNothing() {
    String one = AreaWorld.code(1);
    refused(() -> world.changes.split(AreaWorld.CENSUS, one, " ", "office"), "CF-E804");
    refused(
        () -> world.changes.split(AreaWorld.CENSUS, AreaWorld.code(4), "理由", "office"), "CF-E805");
    refused(
        () -> world.changes.split(AreaWorld.CENSUS, one, List.of("3502050027019999"), "理由", "o"),
        "CF-E805");
    refused(() -> world.changes.merge(AreaWorld.CENSUS, one, List.of(one), "理由", "o"), "CF-E806");
    refused(
        () -> world.changes.merge(AreaWorld.CENSUS, one, List.of("350205001701001"), "理由", "o"),
        "CF-E806");
    refused(
        () -> world.changes.merge(AreaWorld.CENSUS, one, List.of(AreaWorld.code(9)), "理由", "o"),
        "CF-E802");
    refused(() -> world.changes.move(AreaWorld.CENSUS, List.of(), one, "理由", "o"), "CF-E807");
    refused(
        () ->
            world.changes.move(
                AreaWorld.CENSUS, List.of("3502050027010010", "3502050027010011"), one, "理由", "o"),
        "CF-E807");
    world.jdbc.sql("update census set frozen_version = 1").update();
    refused(() -> world.changes.split(AreaWorld.CENSUS, one, "理由", "office"), "CF-E808");
    assertThat(world.count("boundary_change")).isZero();
    assertThat(world.count("dwelling d where d.block_code = '" + one + "'")).isEqualTo(200);
  }

  private BlocksChanged split(String block) {
    return world.changes.split(AreaWorld.CENSUS, block, "超过工作量", "office");
  }

  private void refused(java.util.function.Supplier<BlocksChanged> change, String number) {
    assertThatThrownBy(() -> world.within(change))
        .isInstanceOf(AreaRefused.class)
        .hasMessageStartingWith(number);
  }

  private void assign(String block, String account) {
    world.assignments.assign(AreaWorld.CENSUS, block, StaffRole.ENUMERATOR, account, DAY, "office");
  }
}
