-- Accounts that an administrator let in again, by the page of accounts or on the command line: wrong passwords of before
-- then no longer delay a login. Runs unchanged on H2 and PostgreSQL.

create table login_unlock (
  account     varchar(255) not null primary key,
  unlocked_at timestamp    not null
);
