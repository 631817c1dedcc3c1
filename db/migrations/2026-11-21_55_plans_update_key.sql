-- Why: a phone without a line keeps its updates and sends them later, perhaps twice: the key it made decides that each is taken once.

alter table plans.progress_update add column client_key uuid;
create unique index progress_update_client_key on plans.progress_update (organisation_id, client_key) where client_key is not null;
