using System.ComponentModel.DataAnnotations;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>
/// Section <c>Retention</c>: how long is kept what only new reports are compared with. What is known of past tasks stays: people look up
/// by it what was done about similar ones, also years ago.
/// </summary>
internal sealed class RetentionOptions
{
    /// <summary>Days behind the newest status of any site that statuses are kept; what held when they begin is kept in any case.</summary>
    [Range(30, 3650)]
    public int SiteStatusDays { get; set; } = 400;

    public IReadOnlyList<OldRows> Tables =>
    [
        new("featurizer.site_status", TimeSpan.FromDays(SiteStatusDays), Superseded(SiteStatusDays)),
    ];

    /// <summary>
    /// What a status says is said again later, but before what is kept: so at any time that is kept the same holds, and was said at the same
    /// time within the day before, which is how fresh a status has to be.
    /// </summary>
    private static string Superseded(int days) =>
        $$"""
        with kept as (select least({0}, (select max(effective_at) from featurizer.site_status) - make_interval(days => {{days}})) - interval '24 hours' as since),
        gone as (
            delete from featurizer.site_status where ctid = any(array(
                select said.ctid from featurizer.site_status said, kept
                where said.effective_at < kept.since
                  and (said.readiness is null or exists (select from featurizer.site_status later
                       where later.site = said.site and later.readiness is not null and later.effective_at > said.effective_at and later.effective_at <= kept.since))
                  and (said.status is null or exists (select from featurizer.site_status later
                       where later.site = said.site and later.status is not null and later.effective_at > said.effective_at and later.effective_at <= kept.since))
                limit {1}))
            returning 1)
        select count(*)::int as "Value" from gone
        """;
}
