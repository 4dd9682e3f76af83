-- Deploy gamekeeper:sparc/adventures/prepare_adventure to pg
-- requires: core/errors/raise core/callers/is_service core/keys/now_utc sparc/adventures/adventures sparc/adventures/validate_adventure
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.prepare_adventure()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if tg_op = 'INSERT' and not core.is_service() then
    new.published_at := null;
    new.times_played := 0;
    new.average_rating := null;
    new.created_at := core.now_utc();
    new.updated_at := core.now_utc();
  end if;
  new.validation_errors := sparc.validate_adventure(new.content);
  new.is_valid := new.validation_errors = '[]';
  if new.status = 'published' then
    if not new.is_valid then
      perform core.raise('ADVENTURE_INVALID', jsonb_build_object('problems', new.validation_errors));
    end if;
    if tg_op = 'INSERT' then
      new.published_at := coalesce(new.published_at, core.now_utc());
    elsif old.status <> 'published' then
      new.published_at := core.now_utc();
    end if;
  end if;
  return new;
end
$$;
comment on function sparc.prepare_adventure() is
  'Trigger: computes is_valid and validation_errors, stamps published_at, and lets nothing invalid be published; '
  'counters start at nothing for clients. Raises: ADVENTURE_INVALID. [helper]';
revoke all on function sparc.prepare_adventure() from public;
create trigger prepare_adventure before insert or update of content, status, is_valid, validation_errors on sparc.adventures
for each row execute function sparc.prepare_adventure();
commit;
