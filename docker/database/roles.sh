#!/bin/sh
# Runs once, when the database is made: a role that owns and migrates the tables, and one for the program, which may add to
# the audit trail and to the original answers and change none of them. Neither is a superuser.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$(cat /run/secrets/CENSUSFLOW_OWNER_PASSWORD)" \
  --set=program_password="$(cat /run/secrets/CENSUSFLOW_DB_PASSWORD)" <<'SQL'
create role censusflow_owner login password :'owner_password';
create role censusflow login password :'program_password';
create database censusflow owner censusflow_owner;
revoke all on database censusflow from public;
grant connect, temporary on database censusflow to censusflow;
SQL

# The engine makes its own tables, as the program; the census's come in a schema of their own, which the owner makes.
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=censusflow <<'SQL'
alter schema public owner to censusflow;
revoke all on schema public from public;
SQL
