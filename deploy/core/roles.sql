-- Deploy gamekeeper:core/roles to pg
-- requires: core/preflight
begin;
set local search_path = pg_temp;
-- gamekeeper owns every object and nobody logs in as it; anon, authenticated and service_role are the
-- clients, with Supabase's names and meaning; gamekeeper_monitor is for monitoring. Roles belong to the cluster: one that exists is used as
-- it is, one made here carries our mark in its comment, so that revert knows it.
-- Needs CREATEROLE (from PostgreSQL 16 on, with ADMIN on a gamekeeper role that somebody else made).
do $$
declare
  _role name;
begin
  foreach _role in array array['gamekeeper', 'anon', 'authenticated', 'service_role', 'gamekeeper_monitor']::name[] loop
    begin
      if not exists (select from pg_roles where rolname = _role) then
        -- the owner inherits: on Supabase its right to look into schema auth comes through authenticated
        execute format('create role %I nologin %s', _role, case _role when 'gamekeeper' then 'inherit' else 'noinherit' end);
        execute format(
          'comment on role %I is %L', _role,
          'Made by gamekeeper (core/roles); revert drops it when no database needs it any more.'
        );
      end if;
    exception
      -- another database of the cluster made it at the same moment
      when duplicate_object or unique_violation then null;
    end;
  end loop;

  if not pg_has_role(current_user, 'gamekeeper', 'usage') then
    begin
      execute format('grant gamekeeper to %I', current_user);
    exception
      when insufficient_privilege then
        raise exception 'role % may not become gamekeeper', current_user
          using hint = format('Let the role that made gamekeeper run: grant gamekeeper to %I;', current_user);
    end;
  end if;
end
$$;
commit;
