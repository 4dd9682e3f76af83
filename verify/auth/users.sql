-- Verify gamekeeper:auth/users on pg
begin;
\ir ../helpers.psql
select pg_temp.has_relation('auth.users', 'table, row level security');
select pg_temp.has_column('auth.users', 'id', 'uuid NOT NULL');
select pg_temp.has_column('auth.users', 'email', 'text');
select pg_temp.has_column('auth.users', 'raw_user_meta_data', 'jsonb');
select pg_temp.has_column('auth.users', 'created_at', 'timestamp with time zone DEFAULT now()');
select pg_temp.has_column('auth.users', 'updated_at', 'timestamp with time zone DEFAULT now()');
select pg_temp.has_constraint('auth.users', 'users_pkey', 'PRIMARY KEY (id)');
select pg_temp.has_policy('auth.users', 'service_writes', 'all to service_role using with check');
select pg_temp.has_relation_grants('auth.users', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('auth.users', 'anon', 'nothing');
select pg_temp.has_relation_grants('auth.users', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('auth.users', 'service_role', 'delete, insert, select, update');
select pg_temp.is_true(
  'auth.users has the columns that this package reads',
  (
    select count(*) = 5
    from pg_attribute as a
    where a.attrelid = 'auth.users'::regclass and a.attname in ('id', 'email', 'raw_user_meta_data', 'created_at', 'updated_at')
  )
);
rollback;
