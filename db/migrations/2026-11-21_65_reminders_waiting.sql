-- Why: an obstacle, a request, a proposal or an amendment waits for one person's word; that person is told like anybody with work due.

-- Published by Plans: what waits for somebody's word. person_id: whose; null: the unit's (request), the focal official's (proposal), the leader's.
create view plans.waiting_word with (security_invoker = true) as
  select o.organisation_id, o.id as subject_id, 'decision' as kind, null::uuid as plan_id, o.unit_id, o.asked_person_id as person_id, r.title, o.text, o.raised_at as since, null::date as due_on
  from plans.obstacle o
  join plans.task t on (t.organisation_id, t.id) = (o.organisation_id, o.task_id) and t.withdrawn_at is null
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  where o.decided_at is null and o.lifted_at is null
  union all
  select q.organisation_id, q.id, 'request', null, q.unit_id,
    (select a.person_id from plans.assignment a where (a.organisation_id, a.task_id, a.unit_id) = (q.organisation_id, q.task_id, q.unit_id) and a.person_id is not null order by a.duty desc limit 1),
    r.title, q.text, q.asked_at, q.due_on
  from plans.unit_request q
  join plans.task t on (t.organisation_id, t.id) = (q.organisation_id, q.task_id) and t.withdrawn_at is null
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  where q.answered_at is null and q.closed_at is null
  union all
  select p.organisation_id, p.id, 'proposal', p.plan_id, null, null, coalesce(p.wording ->> 'title', r.title), p.reason, p.proposed_at, null
  from plans.row_proposal p
  left join plans.plan_row r on (r.organisation_id, r.id) = (p.organisation_id, p.row_id)
  where p.state = 'open'
  union all
  select a.organisation_id, a.id, 'amendment', a.plan_id, null, null, p.title, null, a.submitted_at, null
  from plans.amendment a
  join plans.plan p on (p.organisation_id, p.id) = (a.organisation_id, a.plan_id)
  where a.state = 'submitted';
grant select on plans.waiting_word to diemsang_app;

-- Who was told that something waits for them, and when.
create table reminders.waiting_notice (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  kind            text not null check (kind in ('decision', 'request', 'proposal', 'amendment')),
  subject_id      uuid not null,
  asked_on        date not null,
  at              timestamptz not null,
  read_at         timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, person_id, subject_id, asked_on) -- two nodes, one notice
);
call shared.protect_tenant_table('reminders.waiting_notice');
revoke delete, truncate on reminders.waiting_notice from diemsang_app;
