-- Verify gamekeeper:sparc/sessions/session_status on pg
begin;
do $$
begin
  if enum_range(null::sparc.session_status)::text[] <> array['waiting', 'starting_soon', 'active', 'paused', 'completed', 'cancelled'] then
    raise exception 'sparc.session_status has other values';
  end if;
end
$$;
rollback;
