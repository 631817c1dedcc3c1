-- Why: a file is read in the background by whichever node is free, is taken up again after a crash, and the review shows the document as it was read.

alter table plans.plan_import
  add column source   jsonb,                       -- the document as it was read (ReadDocument), shown beside the rows
  add column attempts integer not null default 0;  -- readings begun: a file that stops the program is given up, not tried for ever

create index plan_import_file on plans.plan_import (organisation_id, file_id);
create index plan_import_plan on plans.plan_import (organisation_id, plan_id);
create index plan_import_unfinished on plans.plan_import (requested_at) where state in ('waiting', 'reading');

-- The reader works for every organisation but may see nothing before it says for which one; this is the only door.
create function plans.unfinished_imports() returns table (organisation_id uuid, import_id uuid)
language sql stable security definer set search_path = plans, pg_temp
as $$ select organisation_id, id from plans.plan_import where state in ('waiting', 'reading') order by requested_at $$;

-- "5/10 điểm": the points of the whole scale belong to the target.
alter table plans.plan_target add column out_of numeric;
