-- The reducer raises by itself; it has to agree with the catalog.
begin;
select plan(4);

select throws_ok(
  $$select cards.apply_event(null, cards.make_event(null, 0, 'player_left', '{}'))$$,
  (select sqlstate from core.errors where code = 'REPLAY_ERROR')::char(5), null, 'REPLAY_ERROR has the SQLSTATE of the catalog'
);
create function pg_temp.served(statement text) returns text language plpgsql as $$
declare
  _detail text;
begin
  perform set_config('request.method', 'POST', true);
  execute statement;
exception
  when others then
    get stacked diagnostics _detail = pg_exception_detail;
    return _detail::jsonb ->> 'status';
end
$$;
select is(
  pg_temp.served($$select cards.apply_event(null, cards.make_event(null, 0, 'player_left', '{}'))$$),
  (select http_status::text from core.errors where code = 'REPLAY_ERROR'), 'REPLAY_ERROR has the HTTP status of the catalog'
);
select is((select count(*) from core.errors where sqlstate like 'KG2%'), 11::bigint, 'cards has eleven codes in the catalog of errors');
select is((select count(*) from core.upkeep_tasks where task like 'cards.%'), 3::bigint, 'cards has three tasks of upkeep');

select * from finish();
rollback;
