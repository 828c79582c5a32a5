-- Nothing impossible in the data plane, by whichever door it comes. Runs unchanged on H2 and PostgreSQL; rows that were
-- impossible before stop it with the name of the rule that they break, and are mended with their households first.

-- What the checks doubt in a household's new answers, which it has said again; null for nothing.
alter table difference add column doubts varchar(2000);
alter table household_question add column answer_doubts varchar(2000);

-- A block is one of the same census. Held once a household: a person is in the block of the household or was moved by a
-- check of its own.
alter table household add constraint household_in_block
  foreign key (census_id, block_code) references block (census_id, code);
alter table household_question add constraint household_question_in_block
  foreign key (census_id, block_code) references block (census_id, code);
alter table household_move add constraint household_move_from_block
  foreign key (census_id, from_block) references block (census_id, code);
alter table household_move add constraint household_move_to_block
  foreign key (census_id, to_block) references block (census_id, code);
alter table household_case add constraint household_case_in_block
  foreign key (census_id, block_code) references block (census_id, code);
alter table block_round add constraint block_round_in_block
  foreign key (census_id, block_code) references block (census_id, code);
alter table recheck_sample add constraint recheck_sample_in_block
  foreign key (census_id, block_code) references block (census_id, code);

-- A version names the difference that it settles, a finding its person, a difference its records. Whatever is named goes
-- last when a census is destroyed. The question that a version answers is not held: its index would cost the intake a key
-- for each of a million first versions, which answer none.
alter table person_version add constraint person_version_settles
  foreign key (difference_id) references difference (id);
alter table check_finding add constraint check_finding_of_one
  foreign key (person_id) references person (id);
create index difference_source_of_row on difference_source (delivery_id, line);
alter table difference_source add constraint difference_source_is_a_record
  foreign key (delivery_id, line) references register_row (delivery_id, line);

-- Deliveries of a request follow one another; one that is destroyed is followed by nothing.
create index delivery_completing on delivery (completes_id);
alter table delivery add constraint delivery_completes
  foreign key (completes_id) references delivery (id) on delete set null;
create index delivery_repeating on delivery (same_as_id);
alter table delivery add constraint delivery_repeats
  foreign key (same_as_id) references delivery (id) on delete set null;

-- Codes are those of the standards: GB/T 3304 with 97 and 98, GB/T 2261.1 as the form asks it, item D2.
alter table person_version add constraint person_version_ethnicity check (ethnicity in (
  '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20',
  '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40',
  '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', '97', '98'));
alter table person_version add constraint person_version_sex check (sex in ('1', '2'));
alter table person_version add constraint person_version_relation
  check (relation in ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
alter table person_version add constraint person_version_hukou_place
  check (hukou_place in ('local-block', 'other-block', 'other-district', 'none'));
alter table person_version add constraint person_version_form check (form in ('short', 'long', 'foreign'));
alter table person_version add constraint person_version_line check (line_no between 1 and 9999);
alter table death_report add constraint death_report_ethnicity check (ethnicity in (
  '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20',
  '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40',
  '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', '97', '98'));
alter table death_report add constraint death_report_sex check (sex in ('1', '2'));
alter table death_report add constraint death_report_order check (death_date >= birth_date);
alter table household add constraint household_number check (household_no between 1 and 9999);
alter table household add constraint household_answered_by check (answered_by in ('field', 'self'));
alter table household_case add constraint household_case_number check (household_no between 1 and 9999);
alter table household_attempt add constraint household_attempt_outcome check (outcome in (
  'no-one-home', 'appointment', 'refused', 'self', 'confirmed', 'proxy', 'empty'));
alter table difference add constraint difference_class check (class_code in (
  'D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12'));
alter table difference add constraint difference_verifier
  check (verifier in ('enumerator', 'supervisor', 'community', 'subdistrict', 'office'));
alter table difference add constraint difference_reviewer
  check (reviewer in ('enumerator', 'supervisor', 'community', 'subdistrict', 'office'));
alter table difference add constraint difference_outcome check (outcome in (
  'added', 'lives-elsewhere', 'dead', 'emigrated', 'not-found', 'non-resident', 'removed', 'kept', 'corrected', 'merged',
  'paired', 'none-held', 'moved-form', 'moved-block'));
alter table difference add constraint difference_by_two
  check (status <> 'APPROVED' or settled_by <> reviewed_by);
alter table record_request add constraint record_request_channel check (channel in ('gateway', 'rest', 'tasklist'));
alter table policy_question add constraint policy_question_level check (level in ('daily', 'major'));
