-- Why: what the board said that week or month must never change afterwards, and leaders are told of it by one named keeper.

create schema snapshots;
grant usage on schema snapshots to diemsang_app;
alter default privileges in schema snapshots grant select, insert, update, delete on tables to diemsang_app;

-- One bản chốt of a week (Monday to Sunday) or of a month; once for each period.
create table snapshots.snapshot (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  kind            text not null check (kind in ('weekly', 'monthly')),
  from_date       date not null,
  to_date         date not null,
  day             date not null,                   -- the day the board was read
  taken_at        timestamptz not null,
  taken_by        uuid,                            -- null: the schedule took it
  taken_in        xid8 not null default pg_current_xact_id(), -- lines come in the same transaction, never later
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, kind, from_date),
  check (day between from_date and to_date)
);
call shared.protect_tenant_table('snapshots.snapshot');

create table snapshots.snapshot_line (
  organisation_id uuid not null,
  id              uuid not null,
  snapshot_id     uuid not null,
  task_id         uuid not null,
  plan_id         uuid not null,
  position        integer not null,
  index_code      text,
  code            text,
  title           text not null,
  target          text,
  deadline_text   text not null,
  light           text not null,
  is_blocked      boolean not null,
  is_silent       boolean not null,
  late_since      date,
  due_on          date,
  percent         integer,
  units_asked     integer not null,
  units_answered  integer not null,
  heard_at        timestamptz,
  leads           text not null,
  unanswered      text,
  people          text,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, snapshot_id) references snapshots.snapshot (organisation_id, id),
  unique (organisation_id, snapshot_id, task_id)
);
call shared.protect_tenant_table('snapshots.snapshot_line');

-- The board of the current organisation in the shape in which it is frozen: the live page and the snapshot read the same lines.
create function snapshots.board_lines(today date, snapshot uuid) returns setof snapshots.snapshot_line
language sql stable
as $$
  select b.organisation_id, gen_random_uuid(), snapshot, b.task_id, b.plan_id, b.position, b.index_code, b.code, b.title, b.target, b.deadline_text,
    b.light, b.is_blocked, b.is_silent, b.late_since, b.due_on, b.percent, b.units_asked, b.units_answered, b.heard_at, b.leads, b.unanswered, b.people, 1
  from plans.board(today, null, null) b
  where b.organisation_id = (select shared.current_organisation())
$$;

-- Units under the organisation's command that have said nothing about a period that has begun, with the head to ask.
create function snapshots.silent_units(today date) returns table (unit text, head text, tasks integer, heard_at timestamptz)
language sql stable
as $$
  select u.name, h.full_name, count(*)::integer, max(s.heard_at)
  from plans.standing(today) s
  join access.unit u on (u.organisation_id, u.id) = (s.organisation_id, s.unit_id)
  left join lateral (
    select p.full_name
    from access.appointment a
    join access.person p on (p.organisation_id, p.id) = (a.organisation_id, a.person_id)
    where (a.organisation_id, a.unit_id) = (s.organisation_id, s.unit_id) and a.role = 'head'
      and a.from_date <= today and coalesce(a.to_date, today) >= today
    order by a.is_acting, a.from_date desc
    limit 1) h on true
  where s.organisation_id = (select shared.current_organisation())
    and u.kind <> 'partner' and s.light <> 'done' and s.answered_at is null and s.from_date <= today
  group by u.id, u.name, u.sort_order, h.full_name
  order by count(*) desc, u.sort_order, u.name
$$;

create trigger snapshot_append_only before update or delete or truncate on snapshots.snapshot
  for each statement execute function shared.refuse_change();
create trigger snapshot_line_append_only before update or delete or truncate on snapshots.snapshot_line
  for each statement execute function shared.refuse_change();

create function snapshots.refuse_later_line() returns trigger
language plpgsql
as $$
begin
  if not exists (select from snapshots.snapshot s
      where (s.organisation_id, s.id) = (new.organisation_id, new.snapshot_id) and s.taken_in = pg_current_xact_id()) then
    raise exception 'a snapshot takes no line after it was taken';
  end if;
  return new;
end $$;
create trigger snapshot_line_at_once before insert on snapshots.snapshot_line for each row execute function snapshots.refuse_later_line();
revoke update, delete, truncate on snapshots.snapshot, snapshots.snapshot_line from diemsang_app;

-- One official keeps the board, with a deputy for absence (BRD-02).
create table snapshots.board_keeper (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  duty            text not null check (duty in ('keeper', 'deputy')),
  from_date       date not null,
  to_date         date,
  decision        text,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id)
);
create unique index board_keeper_one on snapshots.board_keeper (organisation_id, duty) where to_date is null;
call shared.protect_tenant_table('snapshots.board_keeper');

-- A brief as it was sent, and who was sent it and has read it.
create table snapshots.sent_brief (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  content         jsonb not null,                  -- Brief
  sent_at         timestamptz not null,
  sent_by         uuid not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, sent_by) references access.person (organisation_id, id)
);
call shared.protect_tenant_table('snapshots.sent_brief');
create trigger sent_brief_append_only before update or delete or truncate on snapshots.sent_brief
  for each statement execute function shared.refuse_change();
revoke update, delete, truncate on snapshots.sent_brief from diemsang_app;

create table snapshots.brief_reader (
  organisation_id uuid not null,
  id              uuid not null,
  brief_id        uuid not null,
  person_id       uuid not null,
  read_at         timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, brief_id) references snapshots.sent_brief (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, brief_id, person_id)
);
call shared.protect_tenant_table('snapshots.brief_reader');
