using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Neighbours;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>A task of the past that failed alike, with what was ordered for it.</summary>
/// <param name="Similarity">Above 0, up to 1 for the same pattern; see <see cref="Neighbour.Similarity"/>.</param>
/// <param name="Task">Task path.</param>
/// <param name="Workflow">The task's workflow.</param>
/// <param name="ReportedAt">When the workflow entered assistance.</param>
/// <param name="Action">What was ordered.</param>
/// <param name="ParametersGiven">Whether the order said more than the action's name.</param>
/// <param name="SharedErrors">At most 3 rows of codes that make the two alike, e.g. <c>50660</c> or <c>MEM*</c>, the weightiest first; marks of lost work are none.</param>
public sealed record SimilarTask(
    double Similarity,
    string Task,
    string Workflow,
    DateTimeOffset ReportedAt,
    RecoveryAction Action,
    bool ParametersGiven,
    IReadOnlyList<string> SharedErrors)
{
    /// <summary>The order in a few words, see <see cref="OrderPhrase"/>.</summary>
    public string Ordered => OrderPhrase.Of(Action, ParametersGiven);
}

/// <summary>
/// What was done before: finds past tasks whose errors look like those of a task, by the cosine of their rows of
/// <see cref="TierView"/>. May be asked from several threads.
/// </summary>
public sealed class SimilarTasks
{
    private readonly IReadOnlyList<Example> _past;
    private readonly NearestTasks _nearest;

    /// <summary>Indexes the past.</summary>
    /// <param name="past">Tasks through <see cref="TierView"/> with their orders, in any order.</param>
    /// <exception cref="ArgumentException">A task was seen through another view.</exception>
    public SimilarTasks(IEnumerable<Example> past)
    {
        // Of equally similar ones the newest comes first.
        _past = [.. past.OrderByDescending(example => example.ReportedAt).ThenBy(example => example.Task, StringComparer.Ordinal)];
        var columns = MatrixViews.Tier.Columns.Count;
        if (_past.FirstOrDefault(example => example.Features.Dimension != columns) is { } strange)
            throw new ArgumentException($"a past task of {strange.Features.Dimension} columns; the tier view has {columns}", nameof(past));

        _nearest = new([.. _past.Select(example => example.Features)]);
    }

    /// <summary>The most similar tasks, most similar first, of equal ones the newest first; none for a task without errors.</summary>
    /// <param name="task">The task through <see cref="TierView"/>.</param>
    /// <param name="family">Tasks of this family, which share their fate with the task, are passed over.</param>
    /// <param name="before">Only tasks that were reported before this are looked at.</param>
    /// <param name="count">At most so many.</param>
    /// <exception cref="ArgumentException">The task was seen through another view.</exception>
    public IReadOnlyList<SimilarTask> Find(SparseVector task, string family, DateTimeOffset before, int count) =>
        [.. _nearest
            .Find(task, count, at => _past[at].Family == family || _past[at].ReportedAt >= before)
            .Select(near => Of(near.Similarity, _past[near.Index], task))];

    /// <summary>One line such as <c>8 of the 10 most similar past tasks were plain ACDC, 2 asked for memory.</c></summary>
    /// <param name="found">What <see cref="Find"/> found.</param>
    public static string Summary(IReadOnlyList<SimilarTask> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return OrderTally.Of(found);
    }

    private static SimilarTask Of(double similarity, Example example, SparseVector task) => new(
        similarity, example.Task, example.Workflow, example.ReportedAt, example.Action, example.ParametersGiven, SharedErrors.Of(example.Features, task));
}
