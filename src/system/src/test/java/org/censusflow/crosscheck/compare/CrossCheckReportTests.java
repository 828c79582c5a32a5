package org.censusflow.crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.censusflow.StaffScene;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.Districts;
import org.censusflow.preparation.RegisterRectifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CrossCheckReportTests extends StaffScene {

  private static final String CENSUS = "haicang-2020";

  @Autowired private CrossCheckReport report;
  @Autowired private CensusRegister censuses;
  @Autowired private Districts districts;
  @Autowired private RegisterRectifications rectifications;

  @BeforeEach
  void openTheCensus() {
    now("2020-12-01T01:00:00Z");
    censuses.open(districts.require("haicang"));
    jdbc.sql(
            """
            insert into comparison_run
              (census_id, frozen_version, compared_rows, register_rows, milliseconds, finished_at)
            values ('haicang-2020', 0, 0, 0, 1, now())
            """)
        .update();
  }

  @Test
  void itSaysThatTheDataServeTheCensusOnly() {
    assertThat(report.html(CENSUS)).contains("只用于普查目的", "不得作为对任何地区、单位和个人考核、奖惩或者处罚的依据");
  }

  @Test
  void itSaysWhetherTheHouseholdRegisterWasRectified() {
    assertThat(report.html(CENSUS)).contains("户籍资料没有经过户口整顿");
    rectifications.register("R", CENSUS, "haicang", List.of("songyu"));
    rectifications.complete("R");
    assertThat(report.html(CENSUS)).contains("户籍资料已整顿（2020-12-01）");
  }

  @Test
  void itSaysThatNothingWasComparedYet() {
    jdbc.sql("delete from comparison_run").update();
    assertThat(report.html(CENSUS)).contains("比对还没有进行", "本报告只含汇总数");
  }
}
