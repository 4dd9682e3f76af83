-- Deploy gamekeeper:core/records/is_erasure to pg
-- requires: core/records/erasures
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The tag at the end of a column's comment is read here, where it counts: without the comments nothing is personal, and an
-- erasure is refused rather than let through. Comments stand at the root of a partitioned table.
-- A generated column follows from the others, and has no value yet when a guard is asked. It is asked for each row of a
-- long history: in plpgsql, which plans it once, and with the comment's row itself, since col_description() would be called for every column.
create function core.is_erasure(relation oid, before jsonb, after jsonb)
returns boolean
language plpgsql
stable
as $$
begin
  return exists (select from core.erasures as e where e.xact = pg_current_xact_id_if_assigned())
    and not exists (
      select from jsonb_each(is_erasure.after) as a
      where a.value is distinct from is_erasure.before -> a.key
        and not exists (
          select from pg_catalog.pg_attribute as t
          where t.attrelid = coalesce(pg_partition_root(is_erasure.relation::regclass), is_erasure.relation)
            and t.attname = a.key
            and (
              t.attgenerated <> '' or (
                (a.value in ('null', '{}', '[]', '"\\x"') or a.value #>> '{}' ~ '^(gone(-[0-9a-f]{8})?)?$')
                and exists (
                  select from pg_catalog.pg_description as d
                  where d.objoid = t.attrelid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = t.attnum
                    and d.description ~ '\[personal\]$'
                )
              )
            )
        )
    );
end
$$;
comment on function core.is_erasure(oid, jsonb, jsonb) is
  'Whether this change of a row is one that an erasure may make in a history: a person is being erased in this '
  'transaction, and only columns classified personal change, to null, {}, [], an empty text, gone, or gone- with eight hex '
  'digits. For guards of histories, which run as the owner. [helper]';
revoke all on function core.is_erasure(oid, jsonb, jsonb) from public;
commit;
