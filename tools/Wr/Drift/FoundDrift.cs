using Npgsql;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Drift;

/// <summary>A drift that was found.</summary>
/// <param name="Kind"><c>code</c>, <c>site</c> or <c>label</c>.</param>
/// <param name="Subject">What of it.</param>
/// <param name="Since">Report of the newest workflow when it was found.</param>
/// <param name="IsOn">Whether it still lasts.</param>
/// <param name="Statistic">Log-likelihood ratio in nats.</param>
/// <param name="Effect">Cohen's h.</param>
/// <param name="Samples">Workflows that were held against the reference.</param>
/// <param name="Text">The drift as a sentence.</param>
internal sealed record FoundDrift(string Kind, string Subject, DateTimeOffset Since, bool IsOn, double Statistic, double Effect, int Samples, string Text)
{
    private const string Newest =
        "select kind, subject, since, is_on, statistic, effect, samples, text from retrainer.drift_found order by is_on desc, found_at desc limit 20";

    /// <summary>Those that last, then the newest of the others.</summary>
    public static async Task<IReadOnlyList<FoundDrift>> NewestAsync(RunningInstance instance, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(Newest);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<FoundDrift>();
        while (await rows.ReadAsync(cancellation))
            found.Add(Read(rows));
        return found;
    }

    private static FoundDrift Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3), row.GetDouble(4), row.GetDouble(5), row.GetInt32(6), row.GetString(7));
}
