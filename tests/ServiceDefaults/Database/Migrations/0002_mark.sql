create table probe.mark (made_at timestamptz not null);
insert into probe.mark values (now());
