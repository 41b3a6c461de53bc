-- A note is never changed: that it is closed is a row of its own, with who closed it and when.
create table console.note_closing (
    note_id uuid primary key references console.note,
    closed_by text not null,
    closed_at timestamptz not null
);

insert into console.note_closing (note_id, closed_by, closed_at)
    select note_id, coalesce(closed_by, 'somebody'), closed_at from console.note where closed_at is not null;
alter table console.note drop column closed_by, drop column closed_at;
create index on console.note (written_at, note_id);

create function console.tell_of_closing() returns trigger language plpgsql as $$
begin
    perform pg_notify('console_note', n.workflow) from console.note n where n.note_id = new.note_id;
    return new;
end $$;

create trigger tell after insert on console.note_closing for each row execute function console.tell_of_closing();

revoke update on console.note from wr_console;
grant select, insert on console.note_closing to wr_console;
