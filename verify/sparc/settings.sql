-- Verify gamekeeper:sparc/settings on pg
begin;
do $$
begin
  if (select count(*) from core.settings where name in ('sparc.notify', 'sparc.archive_after_days', 'sparc.archive_batch')) <> 3 then
    raise exception 'settings of sparc are missing';
  end if;
end
$$;
rollback;
