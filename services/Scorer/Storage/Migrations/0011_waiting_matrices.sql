-- The newest matrix that came for a case while an order on it stood.
create table scorer.waiting_matrix (
    event_id uuid primary key references scorer.recovery_case,
    matrix_revision int not null,
    stored bytea not null,
    came_at timestamptz not null
);

create index on scorer.waiting_matrix (came_at);

grant select, insert, update, delete on scorer.waiting_matrix to wr_scorer;
