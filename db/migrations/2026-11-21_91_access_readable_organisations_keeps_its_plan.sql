-- Why: Every statement of every page asks this once for row-level security. As a function in SQL it was planned anew each time (PostgreSQL before 18);
-- in PL/pgSQL a connection plans it once. What it answers is the same.

create or replace function access.readable_organisations() returns uuid[]
  language plpgsql stable security definer parallel safe
  set search_path to 'access', 'pg_temp'
as $$
begin
  return (select coalesce(array_agg(id), '{}') from access.organisation where path @> array[shared.current_organisation()]);
end $$;
