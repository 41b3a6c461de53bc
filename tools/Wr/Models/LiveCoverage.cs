using System.Globalization;
using Npgsql;

namespace WorkflowRecovery.Wr.Models;

/// <summary>How often what operators ordered had not been ruled out by a set: workflows, of which one is covered if all its tasks are.</summary>
/// <param name="Prompted">Whether operators answered what they had been shown.</param>
/// <param name="Workflows">Answered workflows.</param>
/// <param name="ActionsCovered">Those whose actions were in the sets.</param>
/// <param name="PlansCovered">Those whose whole plans were.</param>
/// <param name="OnePlan">Those with just one plan for each task.</param>
/// <param name="OnePlanRight">Those of them in which it was ordered.</param>
internal sealed record LiveCoverage(bool Prompted, long Workflows, long ActionsCovered, long PlansCovered, long OnePlan, long OnePlanRight)
{
    public string Sentence() => string.Create(
        CultureInfo.InvariantCulture,
        $"Live, {(Prompted ? "prompted" : "unprompted")}: of {Workflows} answered workflows {(double)ActionsCovered / Workflows:P1} had their actions among those not ruled out (90 % meant), {(double)PlansCovered / Workflows:P1} their whole plans (95 % meant); {OnePlanRight} of {OnePlan} with one plan each were ordered so.");

    public static async Task<IReadOnlyList<LiveCoverage>> OfAsync(NpgsqlDataSource database, Guid runId, CancellationToken cancellation)
    {
        var covered = new List<LiveCoverage>();
        await using var command = database.CreateCommand(
            "select prompted, workflows, actions_covered, plans_covered, one_plan, one_plan_right from scorer.live_coverage where run_id = $1 order by prompted");
        command.Parameters.Add(new NpgsqlParameter { Value = runId });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            covered.Add(new(row.GetBoolean(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)));

        return covered;
    }
}
