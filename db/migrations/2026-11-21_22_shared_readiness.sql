-- Why: the running program tells a proxy that it is ready only when the database has every migration it was built with.

grant select on shared.migration to diemsang_app;
