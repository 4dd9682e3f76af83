-- The Supabase-compatible identity.
begin;
select plan(8);

select is(auth.uid(), null, 'nobody is calling without claims');
select set_config('request.jwt.claims', '', true);
select is(auth.jwt(), null, 'an empty setting is no claims');
select test.act_as('authenticated', '{"sub": "0a0a0a0a-0000-4000-8000-000000000001", "role": "authenticated", "x": 1}');
select is(auth.uid(), '0a0a0a0a-0000-4000-8000-000000000001'::uuid, 'the caller''s id is the claim sub');
select is(auth.role(), 'authenticated', 'the claimed role is the claim role');
select is(auth.jwt() ->> 'x', '1', 'all claims can be read');
select test.act_as('authenticated', '{"sub": "user_2abc"}');
select is(auth.uid(), null, 'a sub that is no uuid is nobody''s id');
select test.act_as('authenticated', '{"sub": ["0a0a0a0a-0000-4000-8000-000000000001"]}');
select is(auth.uid(), null, 'a list of ids is nobody''s id');
select throws_ok('select * from auth.users', '42501', null, 'no client reads the sign-ups');

select * from finish();
rollback;
