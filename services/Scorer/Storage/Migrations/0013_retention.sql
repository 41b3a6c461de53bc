-- What no query looks at any more is removed by the service, in small parts.
create index on scorer.seen_error (reported_at);
create index on scorer.budget_use (window_start);
create index on scorer.shadow_judgement (judged_at);

grant delete on scorer.seen_error, scorer.budget_use to wr_scorer;

-- What was said in shadow stays as it was said: the service may have it forgotten only once it is old, but for the sets that it names.
create function scorer.forget_shadow(before timestamptz, most int, kept uuid[]) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
    forgotten int;
begin
    delete from scorer.shadow_judgement where ctid = any(array(
        select j.ctid from scorer.shadow_judgement j
        where j.judged_at < least(before, now() - interval '30 days') and j.run_id <> all(kept)
        limit most));
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

revoke execute on function scorer.forget_shadow from public;
grant execute on function scorer.forget_shadow to wr_scorer;
