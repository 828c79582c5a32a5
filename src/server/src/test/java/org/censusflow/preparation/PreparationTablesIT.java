package org.censusflow.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.preparation.PublicityPlans.Activity;
import org.censusflow.preparation.PublicityPlans.Part;
import org.censusflow.preparation.Staff.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The preparation's tables and their statements on both databases. */
class PreparationTablesIT extends BothDatabases {

  private static final String CENSUS = "haicang-2020";
  private static final LocalDate DAY = LocalDate.of(2020, 3, 31);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-04-01T01:00:00Z"), ZoneOffset.UTC);
  private static final Judgement AGREED = new Judgement(true, null, "maker", "checker");
  private static final Judgement RETURNED = new Judgement(false, "补充", "maker", "checker");

  @ParameterizedTest
  @MethodSource("databases")
  void everyStatementHoldsAndTheFiguresAddUp(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    openCensus(jdbc, CENSUS);
    PreparationFigures figures = new PreparationFigures(jdbc);
    nothingCounts(figures);
    plan(new UnitPlans(jdbc, CLOCK));
    setUp(new SubdistrictSetups(jdbc, CLOCK));
    fund(new Funds(jdbc, CLOCK));
    staff(new Staff(jdbc, CLOCK));
    publicise(new PublicityPlans(jdbc, CLOCK));
    rectify(jdbc);
    assertThat(figures.plansApproved(CENSUS)).isEqualTo(1);
    assertThat(figures.plansCarriedOut(CENSUS)).isEqualTo(1);
    assertThat(figures.subdistrictsSetUp(CENSUS)).isEqualTo(1);
    assertThat(figures.subdistrictsWithAllGroups(CENSUS)).isEqualTo(1);
    assertThat(figures.subdistrictsInFunds(CENSUS)).isEqualTo(1);
    assertThat(figures.fundsAvailable(CENSUS, 1)).isTrue();
    assertThat(figures.fundsAvailable(CENSUS, 2)).isFalse();
    assertThat(figures.staffNeeded(CENSUS)).isEqualTo(new Team(9, 2));
    assertThat(figures.staffCertified(CENSUS)).isEqualTo(new Team(8, 2));
    assertThat(figures.publicityUnderWay(CENSUS)).isTrue();
    assertThat(figures.registerRectified(CENSUS)).isTrue();
  }

  private static void nothingCounts(PreparationFigures figures) {
    assertThat(figures.fundsAvailable(CENSUS, 0)).isFalse();
    assertThat(figures.staffNeeded(CENSUS)).isEqualTo(new Team(0, 0));
    assertThat(figures.publicityUnderWay(CENSUS)).isFalse();
    assertThat(figures.registerRectified(CENSUS)).isFalse();
  }

  private static void plan(UnitPlans plans) {
    plans.register("UP", CENSUS, "haicang", "health");
    plans.register("UP", CENSUS, "haicang", "health");
    plans.remind("UP");
    UnitPlans.Plan plan = new UnitPlans.Plan("样例科室", 3, 1, "样例", "", "样例政策");
    plans.review("UP", plan, RETURNED);
    plans.review("UP", plan, AGREED);
    UnitPlans.Report report = new UnitPlans.Report(DAY, 4, 2, "样例");
    plans.report("UP", report, RETURNED);
    plans.report("UP", report, AGREED);
  }

  private static void setUp(SubdistrictSetups setups) {
    setups.register("SS", CENSUS, "haicang", "songyu", DAY, DAY);
    setups.remind("SS");
    SubdistrictSetups.Office office = new SubdistrictSetups.Office(DAY, 5, 2, "");
    setups.recordOffice("SS", office, RETURNED);
    setups.recordOffice("SS", office, AGREED);
    SubdistrictSetups.WorkingGroups groups =
        new SubdistrictSetups.WorkingGroups(9, 9, 40, 60, 30, 28);
    setups.recordGroups("SS", groups, RETURNED);
    setups.recordGroups("SS", groups, AGREED);
  }

  private static void fund(Funds funds) {
    funds.register("F", CENSUS, "haicang");
    funds.remind("F");
    Funds.Budget budget = new Funds.Budget(1000, 2, 700, 100, 100, 50, 50);
    funds.review("F", budget, RETURNED);
    funds.review("F", budget, AGREED);
    funds.release("F", 600, DAY, "finance");
    assertThat(funds.balance("F").outstanding()).isEqualTo(400);
    funds.release("F", 400, DAY, "finance");
    assertThat(funds.balance("F").releases()).isEqualTo(2);
    funds.check("F", check(false, null), "finance");
    funds.check("F", check(true, "已整改"), "finance");
    Funds.Payment payment = new Funds.Payment("songyu", 10, 9, 2, 200, 150, DAY);
    assertThat(funds.pay("F", payment, "office", "finance")).isEqualTo(150);
    assertThat(funds.pay("F", payment, "office", "finance")).isEqualTo(300);
    assertThat(funds.allowancesPaid("F")).isEqualTo(300);
    funds.secure("F");
  }

  private static Funds.Check check(boolean inOrder, String rectified) {
    return new Funds.Check("songyu", 100, 100, DAY, DAY, 0, inOrder, "样例", rectified);
  }

  private static void staff(Staff staff) {
    staff.register("S1", CENSUS, "haicang", "songyu", "initial");
    staff.remind("S1");
    staff.nominate("S1", new Team(9, 2), new Team(9, 2), Map.of("cadres", 11), "subdistrict");
    staff.nominate("S1", new Team(9, 2), new Team(9, 2), Map.of("teachers", 11), "subdistrict");
    staff.support("S1", "civil-affairs", 3, "样例");
    assertThat(staff.sittings("S1")).isZero();
    staff.examine("S1", new Team(9, 2), 16, new Team(9, 2), "office");
    assertThat(staff.sittings("S1")).isEqualTo(1);
    staff.certify("S1", new Team(9, 2), List.of("one", "two"), null, "office");
    staff.register("S2", CENSUS, "haicang", "songyu", "replacement");
    staff.withdraw("S2", new Team(1, 0), List.of("one"), "样例", "office");
    assertThat(staff.isCertified(CENSUS, "one")).isFalse();
    assertThat(staff.isCertified(CENSUS, "two")).isTrue();
    assertThat(staff.certifiedIn(CENSUS, "songyu")).isEqualTo(new Team(8, 2));
  }

  private static void publicise(PublicityPlans plans) {
    plans.register("P", CENSUS, "haicang");
    plans.remind("P");
    plans.review("P", "样例", List.of(PublicityMedium.RADIO), RETURNED);
    plans.review("P", "样例", List.of(PublicityMedium.RADIO, PublicityMedium.NEW_MEDIA), AGREED);
    plans.cover("P", new PublicityPlans.Coverage(DAY, 1, 2, 3, 4));
    plans.hold("P", new Activity(Part.UNIT, "education", "样例", 500, DAY), "unit");
    plans.hold("P", new Activity(Part.SUBDISTRICT, "songyu", "样例", 300, DAY), "subdistrict");
    assertThat(plans.totals("P")).isEqualTo(new PublicityPlans.Totals(10, 1, 500, 1, 300));
    plans.report("P", 2, "样例", RETURNED);
    plans.report("P", 2, "样例", AGREED);
  }

  private static void rectify(JdbcClient jdbc) {
    RectificationCounts counts = new RectificationCounts(jdbc);
    RegisterRectifications rectifications = new RegisterRectifications(jdbc, CLOCK, counts);
    rectifications.register("R", CENSUS, "haicang", List.of("songyu"));
    rectifications.register("R", CENSUS, "haicang", List.of("songyu"));
    rectifications.remind("R", null);
    rectifications.remind("R", "songyu");
    rectifications.deploy("R", new RegisterRectifications.Deployment(DAY, 4, 40, "样例"), "police");
    assertThat(counts.open(CENSUS, "songyu")).isPresent();
    assertThat(rectifications.blocksMissing("R", "songyu")).isZero();
    BlockCounts found = new BlockCounts("350205002001001", 100, 20, 10, 3, 2, 1, 1);
    counts.replace("R", "songyu", List.of(found), "police");
    counts.replace("R", "songyu", List.of(found), "police");
    assertThat(rectifications.counted("R", "songyu")).isTrue();
    rectifications.confirm("R", "songyu", RETURNED);
    assertThat(rectifications.counted("R", "songyu")).isFalse();
    rectifications.confirm("R", "songyu", AGREED);
    rectifications.accept("R", "songyu", AGREED);
    assertThat(counts.open(CENSUS, "songyu")).isEmpty();
    rectifications.settle(
        "R", "songyu", new RegisterRectifications.Settlement(2, 1, 4, "样例"), "police");
    rectifications.complete("R");
    RectificationTotals totals = rectifications.completed(CENSUS).orElseThrow().totals();
    assertThat(totals).isEqualTo(new RectificationTotals(1, 100, 20, 10, 3, 2, 1, 1, 2, 1, 4));
    assertThat(totals.open()).isEqualTo(2);
  }
}
