-- Whether anything that waits behind an order brought newer counts: a late status alone revises no case that had one. Of what waits
-- already the causes are not known.
alter table scorer.waiting_matrix add column newer_counts boolean not null default true;
