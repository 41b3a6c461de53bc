create table probe.note (text text not null);
