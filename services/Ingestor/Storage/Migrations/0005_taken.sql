-- Whoever listens to scorer_case hears of each case on which an executor acts.
create function ingestor.tell_of_report() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_case', new.recommendation_id::text);
    return null;
end $$;

create trigger tell after insert on ingestor.executor_report for each row execute function ingestor.tell_of_report();
