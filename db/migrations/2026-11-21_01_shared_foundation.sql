-- Why: every later table leans on these — who the current organisation is, what it may read, and an audit log nobody can rewrite.
-- The application connects as diemsang_app (created by the migrator): it owns nothing and cannot bypass row-level security.

create schema access;
create schema if not exists shared;
grant usage on schema access, shared to diemsang_app;
alter default privileges in schema access grant select, insert, update, delete on tables to diemsang_app;
alter default privileges in schema shared grant select, insert, update, delete on tables to diemsang_app;

-- The organisation the session works for; null before sign-in, and then every tenant table is empty.
create function shared.current_organisation() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

create table access.organisation (
  id          uuid primary key,
  parent_id   uuid references access.organisation (id),
  code        text not null unique,
  name        text not null,
  name_folded text not null,
  short_name  text not null,
  place       text not null,                       -- địa danh in front of a date: "Bình Minh"
  kind        text not null check (kind in ('province', 'agency', 'commune', 'ward', 'special_zone')),
  path        uuid[] not null,                     -- ancestors from the top, then itself
  closed_on   date,
  version     integer not null default 1
);
create index organisation_path on access.organisation using gin (path);

create function access.set_organisation_path() returns trigger
language plpgsql security definer set search_path = access, pg_temp
as $$
begin
  new.path := coalesce((select path from access.organisation where id = new.parent_id), '{}') || new.id;
  return new;
end $$;
create trigger organisation_path before insert or update of parent_id on access.organisation
  for each row execute function access.set_organisation_path();

-- Names an organisation had before (merged, renamed): plans of old years keep making sense.
create table access.organisation_name (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  name            text not null,
  valid_from      date,
  valid_to        date,
  decision        text,
  version         integer not null default 1,
  primary key (organisation_id, id)
);

-- Itself and everything below it: what an organisation may read. An array, so that an index on organisation_id is used.
create function access.readable_organisations() returns uuid[]
language sql stable parallel safe security definer set search_path = access, pg_temp
as $$
  select coalesce(array_agg(id), '{}') from access.organisation
  where path @> array[shared.current_organisation()]
$$;

-- Its superiors: a commune may know the name of its province, nothing more.
create function access.superior_organisations() returns uuid[]
language sql stable parallel safe security definer set search_path = access, pg_temp
as $$ select coalesce((select path from access.organisation where id = shared.current_organisation()), '{}') $$;

alter table access.organisation enable row level security;
create policy organisation_read on access.organisation for select
  using (id = any ((select access.readable_organisations())::uuid[]) or id = any ((select access.superior_organisations())::uuid[]));
create policy organisation_update on access.organisation for update
  using (id = (select shared.current_organisation())) with check (id = (select shared.current_organisation()));

-- The rule of every tenant table: read what is yours or below you, write only what is yours. A test checks that no table forgot it.
create procedure shared.protect_tenant_table(tenant_table regclass)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy tenant_read on %s for select using (organisation_id = any ((select access.readable_organisations())::uuid[]))', tenant_table);
  execute format('create policy tenant_insert on %s for insert with check (organisation_id = (select shared.current_organisation()))', tenant_table);
  execute format('create policy tenant_update on %s for update using (organisation_id = (select shared.current_organisation())) with check (organisation_id = (select shared.current_organisation()))', tenant_table);
  execute format('create policy tenant_delete on %s for delete using (organisation_id = (select shared.current_organisation()))', tenant_table);
end $$;
call shared.protect_tenant_table('access.organisation_name');

-- Append-only audit, one hash chain for each organisation. The trigger makes the links, so the application cannot forge them.
create table shared.audit_entry (
  organisation_id uuid not null references access.organisation (id),
  position        bigint not null,
  at              timestamptz not null,
  person_id       uuid,
  person_name     text not null,
  verb            text not null,                   -- what was done: "plan.issue"
  subject_kind    text not null,
  subject_id      text not null,
  reason          text,
  before          jsonb,
  after           jsonb,
  previous_hash   bytea not null,
  hash            bytea not null,
  primary key (organisation_id, position)
);
create index audit_entry_subject on shared.audit_entry (organisation_id, subject_kind, subject_id);
call shared.protect_tenant_table('shared.audit_entry');
revoke update, delete, truncate on shared.audit_entry from diemsang_app;

create table shared.audit_head (
  organisation_id uuid primary key references access.organisation (id),
  position        bigint not null,
  hash            bytea not null
);
call shared.protect_tenant_table('shared.audit_head');
revoke insert, update, delete, truncate on shared.audit_head from diemsang_app;

-- Each field as its length and its text, so that two different entries never give the same bytes. AuditVerifier recomputes it in C#.
create function shared.audit_bytes(variadic fields text[]) returns bytea
language sql immutable
as $$
  select convert_to(string_agg(case when f is null then '-;' else octet_length(f) || ':' || f || ';' end, '' order by n), 'UTF8')
  from unnest(fields) with ordinality as x(f, n)
$$;

create function shared.link_audit_entry() returns trigger
language plpgsql security definer set search_path = shared, pg_temp
as $$
declare head shared.audit_head;
begin
  if new.organisation_id is distinct from shared.current_organisation() then
    raise exception 'audit entry of another organisation';
  end if;
  insert into shared.audit_head values (new.organisation_id, 0, '\x') on conflict do nothing;
  select * into head from shared.audit_head where organisation_id = new.organisation_id for update;
  new.position := head.position + 1;
  new.at := clock_timestamp();
  new.previous_hash := head.hash;
  new.hash := sha256(head.hash || shared.audit_bytes(
    new.organisation_id::text, new.position::text, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    new.person_id::text, new.person_name, new.verb, new.subject_kind, new.subject_id, new.reason, new.before::text, new.after::text));
  update shared.audit_head set position = new.position, hash = new.hash where organisation_id = new.organisation_id;
  return new;
end $$;
create trigger audit_entry_link before insert on shared.audit_entry for each row execute function shared.link_audit_entry();

create function shared.refuse_change() returns trigger
language plpgsql
as $$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger audit_entry_append_only before update or delete or truncate on shared.audit_entry
  for each statement execute function shared.refuse_change();

-- Files are stored once by their SHA-256 under the files folder; this table says who put them there and under which name.
create table shared.stored_file (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name            text not null,
  media_type      text not null,
  size            bigint not null check (size >= 0),
  stored_at       timestamptz not null,
  stored_by       uuid,
  version         integer not null default 1,
  primary key (organisation_id, id)
);
create index stored_file_sha256 on shared.stored_file (organisation_id, sha256);
call shared.protect_tenant_table('shared.stored_file');
