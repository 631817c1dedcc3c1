-- Why: sign-in cookies are encrypted with keys that every copy of the program must share and find again after a restart.

create table shared.data_protection_key (
  name       text primary key,
  xml        text not null,
  created_at timestamptz not null default now()
);
revoke update, delete, truncate on shared.data_protection_key from diemsang_app;
