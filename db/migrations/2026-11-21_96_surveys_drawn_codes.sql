-- Why: what is drawn must reach the estimates, and anyone must be able to draw it again. Codes of a drawn unit cannot be joined to it: only that it
-- has one is kept, never which.

alter table surveys.sample
  add column command   text not null,               -- the command line that draws the same sample from the same file
  add column available jsonb not null;              -- first-stage units of each stratum in the frame: the finite population
alter table surveys.sample_unit
  drop column cluster,
  add column clusters    text[] not null default '{}', -- bigger units it lies in, big to small; the first is the primary sampling unit
  add column was_on_time boolean,                   -- of a dossier, when the frame says so
  add column has_code    boolean not null default false;
