-- Verify gamekeeper:core/records/rate_limit on pg
begin;
do $$
begin
  perform core.rate_limit('verify', 1, interval '1 minute', now());
  begin
    perform core.rate_limit('verify', 1, interval '1 minute', now());
  exception
    when sqlstate 'KG007' then return;
  end;
  raise exception 'core.rate_limit lets every call pass';
end
$$;
rollback;
