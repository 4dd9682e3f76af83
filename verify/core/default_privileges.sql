-- Verify gamekeeper:core/default_privileges on pg
begin;
\ir ../helpers.psql
select pg_temp.is_true(
  'PUBLIC may not execute what gamekeeper will create',
  exists (
    select from pg_default_acl as d
    where d.defaclrole = 'gamekeeper'::regrole and d.defaclnamespace = 0 and d.defaclobjtype = 'f'
      and not exists (select from aclexplode(d.defaclacl) as g where g.grantee = 0)
  )
);
rollback;
