-- Why: "PAR INDEX đạt trên 90 %", "tăng hạng" is judged against what the number was before, and by what has been reached so far, with day and source.

create table plans.target_figure (
  organisation_id uuid not null,
  id              uuid not null,
  target_id       uuid not null,
  is_base         boolean not null,                -- what the number was before the plan; else what has been reached
  numerator       numeric not null check (numerator >= 0),
  denominator     numeric check (denominator > 0), -- null for points, ranks, counts
  on_date         date not null,                   -- the day the number is of
  source          text,
  said_by         uuid not null,
  said_at         timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, target_id) references plans.plan_target (organisation_id, id),
  foreign key (organisation_id, said_by) references access.person (organisation_id, id)
);
create index target_figure_target on plans.target_figure (organisation_id, target_id, said_at);
call shared.protect_tenant_table('plans.target_figure');
-- What was said is corrected by saying it anew; the last one counts.
revoke update, delete, truncate on plans.target_figure from diemsang_app;
