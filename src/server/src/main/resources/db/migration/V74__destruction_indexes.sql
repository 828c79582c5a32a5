-- A person's or household's row goes only when nothing refers to it any more. Without these the database would read the
-- whole referring table for each of a district's half a million persons.
create index finding_of_person on finding (person_id);
create index finding_of_second_person on finding (second_person_id);
create index difference_of_person on difference (person_id);
create index difference_of_second_person on difference (second_person_id);
create index review_pair_of_person on review_pair (person_id);
create index pair_verdict_of_person on pair_verdict (person_id);
create index check_finding_of_person on check_finding (person_id);
create index household_question_of_household on household_question (household_id);
create index household_question_of_person on household_question (person_id);
create index intake_key_of_household on intake_key (household_id);
create index intake_recheck_of_household on intake_recheck (household_id);
create index long_form_frame_of_household on long_form_frame (household_id);
