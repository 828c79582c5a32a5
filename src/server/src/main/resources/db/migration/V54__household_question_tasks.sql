-- Questions to households as work of a block: whose block it was when the question was asked, what the household gave as
-- reason and evidence for a correction, and that somebody was not met.
alter table household_question add column block_code varchar(32);
update household_question
   set block_code = (select h.block_code from household h where h.id = household_question.household_id);
alter table household_question alter column block_code set not null;

alter table household_question add column answer_reason varchar(500);
alter table household_question add column answer_evidence varchar(500);
-- The enumerator has met nobody, when and how often: the supervisor's turn. Null again when the question goes back.
alter table household_question add column escalated_by varchar(64);
alter table household_question add column escalated_note varchar(500);
-- The supervisor has met nobody either, and the answer stays in doubt.
alter table household_question add column unreached boolean default false not null;

create index household_question_of_block on household_question (census_id, block_code, state);
