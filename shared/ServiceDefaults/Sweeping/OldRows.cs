using System.Globalization;

namespace WorkflowRecovery.ServiceDefaults.Sweeping;

/// <summary>Rows that nobody looks at any more.</summary>
/// <param name="Table">Their table, with its schema.</param>
/// <param name="Keep">How long they are kept.</param>
/// <param name="Sql">Removes at most <c>{1}</c> of those that are older than the time <c>{0}</c>, and selects how many that were as <c>"Value"</c>.</param>
public sealed record OldRows(string Table, TimeSpan Keep, string Sql)
{
    /// <summary>Rows whose time has passed by the clock.</summary>
    /// <param name="table">Their table.</param>
    /// <param name="column">Its column with the time; there is an index on it.</param>
    /// <param name="keep">How long they are kept.</param>
    public static OldRows Of(string table, string column, TimeSpan keep) => new(table, keep, Deleting(table, $"{column} < {{0}}"));

    /// <summary>Rows that are older than the newest one by as much as well: what is reported long after it happened stays together.</summary>
    /// <param name="table">Their table.</param>
    /// <param name="column">Its column with the time; there is an index on it.</param>
    /// <param name="keep">How long they are kept.</param>
    public static OldRows BehindNewest(string table, string column, TimeSpan keep) => new(table, keep, Deleting(
        table, string.Create(CultureInfo.InvariantCulture, $"{column} < least({{0}}, (select max({column}) from {table}) - make_interval(secs => {keep.TotalSeconds}))")));

    private static string Deleting(string table, string which) =>
        $$"""
        with gone as (delete from {{table}} where ctid = any(array(select ctid from {{table}} where {{which}} limit {1})) returning 1)
        select count(*)::int as "Value" from gone
        """;
}
