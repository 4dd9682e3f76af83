-- Deploy gamekeeper:core/partitions/default_part to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type core.default_part as (
  starts_at timestamptz,
  ends_at timestamptz,
  first_at timestamptz,
  last_at timestamptz,
  row_count bigint,
  is_present boolean
);
comment on type core.default_part is 'Rows of a default partition that lie in one gap between the other partitions.';
comment on column core.default_part.starts_at is 'First instant of the range that a partition for them would take.';
comment on column core.default_part.ends_at is 'First instant after that range.';
comment on column core.default_part.first_at is 'The oldest of them.';
comment on column core.default_part.last_at is 'The newest of them.';
comment on column core.default_part.row_count is 'How many they are.';
comment on column core.default_part.is_present is 'Whether rows of the present instant belong to them.';
commit;
