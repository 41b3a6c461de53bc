using Npgsql;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Wr.Automatic;

/// <summary>A kind of case and how operators answered it.</summary>
/// <param name="Cell">Plan, category of the errors and tier.</param>
/// <param name="Answers">Workflows that operators decided unprompted.</param>
/// <param name="Agreed">Those decided by what had been recommended.</param>
/// <param name="Prompted">Workflows in which operators answered a recommendation that they saw.</param>
/// <param name="PromptedAgreed">Those answered by just that.</param>
/// <param name="LowerBound">What the unprompted agreement surely exceeds, however often one looks.</param>
/// <param name="Earned">Whether the policy trusts it.</param>
internal sealed record KnownCell(string Cell, long Answers, long Agreed, long Prompted, long PromptedAgreed, double LowerBound, bool Earned);

/// <summary>What may be automatic now.</summary>
/// <param name="Switch">The switch; null when it was never moved.</param>
/// <param name="Drift">What drifts; null when nothing does.</param>
/// <param name="Policy">The policy that scorers obey.</param>
/// <param name="PolicyProblem">Why the policy file cannot be obeyed; null when it can, or is none.</param>
/// <param name="Cells">Kinds of cases, the most answered first.</param>
internal sealed record AutomaticStatus(
    AutomaticSwitch? Switch, string? Drift, RecoveryPolicy Policy, string? PolicyProblem, IReadOnlyList<KnownCell> Cells)
{
    /// <summary>Why nothing can be automatic; empty when something can.</summary>
    public IReadOnlyList<string> WhyNothing { get; } =
    [
        .. Switch is null or { IsOn: false } ? ["Automatic recovery is switched off."] : Array.Empty<string>(),
        .. PolicyProblem is null ? [] : new[] { $"The policy file cannot be obeyed: {PolicyProblem}" },
        .. PolicyProblem is null && !Policy.Automatic.Allowed ? ["The policy allows nothing to be automatic."] : Array.Empty<string>(),
        .. Drift is null ? [] : new[] { $"The models abstain, since what is reported or ordered drifts: {Drift}" },
        .. Cells.Any(cell => cell.Earned) ? [] : new[] { "No kind of case has earned it yet." },
    ];

    public static async Task<AutomaticStatus> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (policy, problem) = await PolicyAsync(database, cancellation);
        await using var drift = database.CreateCommand("select text from retrainer.drift_state where is_on");
        return new(
            await AutomaticSwitch.ReadAsync(database, cancellation),
            await drift.ExecuteScalarAsync(cancellation) as string,
            policy,
            problem,
            await CellsAsync(database, policy.Automatic, cancellation));
    }

    private static async Task<(RecoveryPolicy Policy, string? Problem)> PolicyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select content, problem from scorer.policy_read order by number desc limit 1");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return (PolicyFile.Default, "no scorer has told yet which policy it obeys");

        var policy = row.IsDBNull(0) ? null : PolicyFile.Read(row.GetString(0)).Policy;
        return (policy ?? PolicyFile.Default, row.IsDBNull(1) ? null : row.GetString(1));
    }

    private static async Task<List<KnownCell>> CellsAsync(NpgsqlDataSource database, AutomaticPolicy policy, CancellationToken cancellation)
    {
        var cells = new List<KnownCell>();
        await using var command = database.CreateCommand(
            """
            select cell, answers, agreed, prompted, prompted_agreed
            from scorer.cell_record((select run_id from retrainer.known_set where state = 'active'), $1::timestamptz) order by answers desc, prompted desc, cell
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = policy.EarnedSince(DateTimeOffset.UtcNow) is { } since ? since : DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var record = new CellRecord(row.GetInt64(1), row.GetInt64(2));
            cells.Add(new(row.GetString(0), record.Answers, record.Agreed, row.GetInt64(3), row.GetInt64(4), record.LowerBound, record.HasEarned(policy)));
        }

        return cells;
    }
}
