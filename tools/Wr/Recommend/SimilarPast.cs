using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>What was done before for tasks that failed like one.</summary>
/// <param name="Summary">In one sentence.</param>
/// <param name="Tasks">The most similar tasks.</param>
internal sealed record SimilarPast(string Summary, IReadOnlyList<SimilarTask> Tasks)
{
    /// <summary>For each recommendation, from the matrix that was judged; only tasks of other families, reported before.</summary>
    public static async Task<IReadOnlyList<SimilarPast>> OfAsync(
        RunningInstance instance, IReadOnlyList<RecoveryRecommended> recommendations, int count, CancellationToken cancellation)
    {
        var rows = await JudgedAsync(instance, [.. recommendations.Select(said => said.MatrixId).OfType<Guid>()], cancellation);
        var past = new SimilarTasks(await PastOrders.BeforeAsync(instance, recommendations.Max(said => said.ReportedAt), cancellation));
        return [.. recommendations.Select(said => Of(said.MatrixId is { } id && rows.TryGetValue(id, out var row)
            ? past.Find(row, WorkflowName.Parse(said.Workflow).Family, said.ReportedAt, count)
            : []))];
    }

    private static SimilarPast Of(IReadOnlyList<SimilarTask> found) => new(SimilarTasks.Summary(found), found);

    private static async Task<IReadOnlyDictionary<Guid, SparseVector>> JudgedAsync(RunningInstance instance, Guid[] matrices, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            "select matrix_id, tier_view, tier_view_version, cells from featurizer.event_matrix where matrix_id = any($1)");
        command.Parameters.Add(new() { Value = matrices });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var judged = new Dictionary<Guid, SparseVector>();
        while (await rows.ReadAsync(cancellation))
            judged[(Guid)rows["matrix_id"]] = PastOrders.TierRow(rows);
        return judged;
    }
}
