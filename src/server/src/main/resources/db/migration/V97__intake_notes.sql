-- What was noticed in a file of registrations and done about it, one line each, for whoever handed it in.
alter table intake_job add column notes varchar(4000);
