-- Verify gamekeeper:sparc/archive/sparc_stats on pg
begin;
do $$
begin
  perform users, rolls, archived_sessions from sparc.sparc_stats where false;
  if has_table_privilege('authenticated', 'sparc.sparc_stats', 'select') then
    raise exception 'clients can read sparc.sparc_stats';
  end if;
end
$$;
rollback;
