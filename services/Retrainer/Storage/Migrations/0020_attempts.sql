-- How often each training was begun: one that kills its process must not come back for ever.
alter table retrainer.training add column attempts int not null default 0;
