package org.censusflow.postenumeration.publication;

import java.util.List;
import java.util.Set;

/**
 * Which tables identify people and which do not. Every table of the data plane stands in one of the
 * two lists; a test fails for one that does not. Rows go in the order of the list, so that nothing
 * is destroyed that another row still refers to.
 */
final class Holdings {

  private static final String RUNS =
      "run_id in (select id from comparison_run where census_id = :census)";
  private static final String REQUESTS =
      "request_id in (select id from record_request where census_id = :census)";
  private static final String DELIVERIES =
      "delivery_id in (select id from delivery where " + REQUESTS + ")";
  private static final String CENSUS = "census_id = :census";

  private static final String JOBS =
      "job_id in (select id from intake_job where census_id = :census)";
  private static final String HOUSEHOLD_IN_ROUND = "census_id, block_code, round, household_no";

  /** What is destroyed. */
  static final List<Holding> IDENTIFYING =
      List.of(
          new Holding(
              "pair_retraction",
              "配对判定撤回",
              "verdict_id",
              "verdict_id in (select id from pair_verdict where census_id = :census)"),
          new Holding("pair_verdict", "配对判定结论", "id", CENSUS),
          new Holding(
              "pair_answer",
              "配对判定答案",
              "id",
              "pair_id in (select id from review_pair where census_id = :census)"),
          new Holding("review_pair", "待判定的配对", "id", CENSUS),
          new Holding(
              "household_version",
              "住户登记的各次答案",
              "id",
              "household_id in (select id from household where census_id = :census)"),
          new Holding(
              "person_version",
              "个人登记的各次答案",
              "id",
              "person_id in (select id from person where census_id = :census)"),
          new Holding(
              "difference_event",
              "差异办理记录",
              "id",
              "difference_id in (select id from difference where census_id = :census)"),
          new Holding(
              "difference_source", "差异的部门来源", "run_id, subject, supply, delivery_id, line", RUNS),
          new Holding("difference", "差异", "id", CENSUS),
          new Holding("finding", "比对发现", "run_id, subject", RUNS),
          new Holding("delivery_reject", "部门资料退回行", "delivery_id, line", DELIVERIES),
          new Holding("register_row", "部门资料记录", "delivery_id, line", DELIVERIES),
          new Holding("delivery_part", "部门资料分片", "delivery_id, number", DELIVERIES),
          new Holding("delivery", "部门资料交付", "id", REQUESTS),
          new Holding("check_finding", "登记审核发现", "id", CENSUS),
          new Holding("household_question", "登记疑问", "id", CENSUS),
          new Holding("death_report", "死亡人口登记", "id", CENSUS),
          new Holding("intake_key", "登记上报标识", "census_id, client_key", CENSUS),
          new Holding("intake_recheck", "登记复核标记", "job_id, household_id", JOBS),
          new Holding("intake_reject", "登记退回行", "job_id, row_no", JOBS),
          new Holding("household_unplaced", "地址待核对的住户", "household_id", CENSUS),
          new Holding("household_move", "住户随边界划转", "change_id, household_id", CENSUS),
          new Holding("long_form_frame", "长表抽样户", "census_id, household_id", CENSUS),
          new Holding("recheck_sample", "登记质量复查户", HOUSEHOLD_IN_ROUND, CENSUS),
          new Holding("household_attempt", "入户记录", "id", CENSUS),
          new Holding("household_case", "住户登记状态", "census_id, block_code, household_no", CENSUS),
          new Holding("person", "登记的个人", "id", CENSUS),
          new Holding("household", "住户和地址", "id", CENSUS),
          new Holding("dwelling", "住房单元", "census_id, building_code, number", CENSUS));

  /** What stays: sums, places, officers' work, and what the law wants kept longer. */
  static final Set<String> KEPT =
      Set.of(
          "census",
          "block",
          "record_request",
          "transfer_record",
          "comparison_run",
          "comparison_figure",
          "difference_tally",
          "area_recheck",
          "cross_check_signature",
          "cross_check_report",
          "policy_question",
          "policy_opinion",
          "audit_entry",
          "audit_link",
          "governance_matter",
          "matter_verifier",
          "matter_verifier_group",
          "governance_matter_event",
          "leading_group_meeting",
          "meeting_decision",
          "meeting_attendance",
          "inspection",
          "inspector",
          "inspection_finding",
          "violation_case",
          "violation_investigator",
          "taken_step",
          "taken_step_post",
          "task_done",
          "task_reassignment",
          "login_unlock",
          "webhook_message",
          "unit_plan",
          "subdistrict_setup",
          "census_budget",
          "quality_check",
          "sample_block",
          "sample_checker",
          "sample_finding",
          "data_release",
          "data_release_event",
          "post_enumeration",
          "subdistrict_figure",
          "retention",
          "retention_hold",
          "destruction_count",
          "destruction_certificate",
          "acceptance",
          "allowance_payment",
          "area_acceptance",
          "area_block",
          "area_file",
          "area_outline",
          "block_count",
          "block_round",
          "block_work",
          "boundary_change",
          "boundary_dispute",
          "boundary_statement",
          "boundary_decision",
          "boundary_decision_building",
          "boundary_change_block",
          "boundary_change_dwelling",
          "building",
          "census_area",
          "field_phase",
          "funds_check",
          "funds_release",
          "intake_job",
          "late_phase",
          "long_form_draw",
          "military_count",
          "publicity_activity",
          "publicity_plan",
          "publicity_plan_medium",
          "rectification_count",
          "rectification_part",
          "register_rectification",
          "special_population",
          "special_population_part",
          "special_population_expected",
          "special_population_place",
          "staff_assignment",
          "staff_certificate",
          "staffing",
          "staffing_source",
          "staffing_support");

  private Holdings() {}
}
