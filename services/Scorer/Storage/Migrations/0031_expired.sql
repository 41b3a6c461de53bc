-- What executors may still act on is asked for again and again.
create index on scorer.recovery_case (expires_at) where disposition in ('automatic', 'approved');
