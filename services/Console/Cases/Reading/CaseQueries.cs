namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>All that the page of a workflow asks the database, through the views of their owners.</summary>
internal static class CaseQueries
{
    /// <summary>The rounds of a workflow's tasks and those of its family, those of the workflow and the newest first.</summary>
    public static FormattableString Rounds(string workflow, string family, int most) =>
        $"""
        select e.event_id, e.workflow, e.task, e.reported_at, e.source = 'import' as imported,
               t.revision, t.disposition, t.action, t.confidence, coalesce(t.blinded, false) as blinded
        from featurizer.reported_task e
        left join lateral (select * from scorer.told_revision r where r.event_id = e.event_id order by r.revision desc limit 1) t on true
        where e.family = {family} or e.workflow = {workflow}
        order by e.workflow = {workflow} desc, e.reported_at desc, e.task limit {most}
        """;

    public static FormattableString Family(string workflow) =>
        $"""select family as "Value" from featurizer.reported_task where workflow = {workflow} order by reported_at desc limit 1""";

    public static FormattableString Departure(string workflow) =>
        $"select left_at, status from scorer.left_workflow where workflow = {workflow} order by left_at desc limit 1";

    public static FormattableString Orders(string workflow, int most) =>
        $"""
        select task, recorded_at, action, memory_mb, splitting, xrootd, secondary, cores, sites, reasons, operator, parameters_given, source = 'import' as imported
        from ingestor.recorded_action where workflow = {workflow} order by recorded_at desc, key limit {most}
        """;

    public static FormattableString Taken(string workflow, int most) =>
        $"select task, revision, taken_at, result from ingestor.taken_action where workflow = {workflow} order by taken_at desc, key limit {most}";

    public static FormattableString Matrix(Guid eventId) =>
        $"""
        select m.cause, m.cells, e.observation
        from featurizer.event_matrix m join featurizer.reported_task e using (event_id)
        where m.event_id = {eventId} order by m.revision desc limit 1
        """;

    public static FormattableString Revisions(Guid eventId, int most) =>
        $"select revision, recommended_at, body, trace_parent, blinded from scorer.told_revision where event_id = {eventId} order by revision desc limit {most}";

    /// <summary>What a blinded case would have said: there is a row only once an operator has answered it.</summary>
    public static FormattableString Unblinded(Guid eventId) =>
        $"""select content as "Value" from scorer.unblinded_case where event_id = {eventId} order by revision desc limit 1""";

    /// <summary>
    /// The last answer to a round: an order here that is on its way, or that was given for what was judged last; or an operator's action by
    /// another way before the task was reported again. An order that has expired answers nothing that was judged after it, and neither does
    /// what was recorded of it. What rules ordered is no operator's.
    /// </summary>
    public static FormattableString Answer(Guid eventId, string workflow, string task, DateTimeOffset reportedAt) =>
        $"""
        select operator, recorded_at from (
            select o.operator, o.recorded_at from console.order o where o.event_id = {eventId} and (o.state in ('pending', 'sent')
                or (o.state = 'approved' and not exists (select from scorer.told_revision judged
                    where judged.event_id = {eventId} and judged.disposition in ('automatic', 'review', 'abstained') and judged.recommended_at > o.recorded_at)))
            union all
            select a.operator, a.recorded_at from ingestor.recorded_action a
            where a.workflow = {workflow} and (a.task is null or a.task = {task}) and a.recorded_at >= {reportedAt}
                and not exists (select from unnest(a.reasons) reason where reason like 'AIEH%')
                and not exists (select from console.order here where here.event_id = {eventId} and here.recorded_at = a.recorded_at)
                and not exists (select from featurizer.reported_task newer
                    where newer.task = {task} and newer.reported_at > {reportedAt} and newer.reported_at <= a.recorded_at)) given
        order by recorded_at desc limit 1
        """;

    /// <summary>What was said of sites since a time, and of each what held before it.</summary>
    public static FormattableString SiteChanges(string[] sites, DateTimeOffset since, DateTimeOffset until, int most) =>
        $"""
        (select site, effective_at, source, readiness, status from featurizer.site_change
        where site = any({sites}) and effective_at > {since} and effective_at <= {until} order by effective_at desc limit {most})
        union all
        select before.* from unnest({sites}) as named (site)
        cross join lateral (
            (select site, effective_at, source, readiness, null as status from featurizer.site_change c
            where c.site = named.site and c.effective_at <= {since} and c.readiness is not null order by effective_at desc, source desc limit 1)
            union all
            (select site, effective_at, source, null, status from featurizer.site_change c
            where c.site = named.site and c.effective_at <= {since} and c.status is not null order by effective_at desc, source desc limit 1)) before
        """;

    /// <summary>
    /// The newest tasks with a code for which an operator's order is known. An order answers the newest round that was reported by then,
    /// and the last one counts; those of rules are left out.
    /// </summary>
    public static FormattableString PastTasks(int code, string workflow, DateTimeOffset before, int tierVersion, int most) =>
        $"""
        with candidate as (
            select event_id, workflow, task, reported_at from featurizer.task_code
            where codes @> array[{code}] and reported_at < {before} and workflow <> {workflow}
            order by reported_at desc limit {most})
        select c.workflow, c.task, c.reported_at, m.tier_view, m.tier_view_version, case when m.tier_view_version <> {tierVersion} then m.cells end as cells, m.family,
               a.action, a.memory_mb, a.splitting, a.xrootd, a.secondary, a.cores, a.parameters_given
        from candidate c
        join lateral (
            select tier_view, tier_view_version, cells, family from featurizer.event_matrix m
            where m.event_id = c.event_id order by m.revision desc limit 1) m on true
        join lateral (
            select * from ingestor.recorded_action a
            where a.workflow = c.workflow and (a.task is null or a.task = c.task) and a.recorded_at >= c.reported_at
                and not exists (select from unnest(a.reasons) reason where reason like 'AIEH%')
                and not exists (select from featurizer.reported_task newer
                    where newer.task = c.task and newer.reported_at > c.reported_at and newer.reported_at <= a.recorded_at)
            order by a.recorded_at desc, a.key limit 1) a on true
        """;

    /// <summary>What executors told of tasks after they had been reported, and how often they were reported again.</summary>
    public static FormattableString Endings(string[] tasks) =>
        $"""
        select named.task, o.reported_at, o.succeeded, o.recovered_jobs, o.failed_jobs,
               array(select e.reported_at from featurizer.reported_task e where e.task = named.task order by e.reported_at limit 50) as rounds
        from unnest({tasks}) as named (task) left join scorer.recovery_success o on o.task = named.task
        order by named.task, o.reported_at
        """;
}
