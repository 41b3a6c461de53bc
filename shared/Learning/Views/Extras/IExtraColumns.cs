using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>Some columns of the <see cref="ExtrasView"/> that are about one thing.</summary>
internal interface IExtraColumns
{
    IReadOnlyList<string> Names { get; }

    /// <param name="facts">The task.</param>
    /// <param name="values">One value per name, zeros to begin with.</param>
    void Write(TaskFacts facts, Span<float> values);
}

/// <summary>What several kinds of columns need of a task.</summary>
internal sealed record TaskFacts(ReportedTask Task, WorkflowName Name, MatrixTotals Totals)
{
    /// <summary>0 for the first round; the work of <c>ACDC0_</c> is the second, so it gives 1.</summary>
    public int Attempt => Name.RecoveryTag is null ? 0 : 1 + (Name.RecoveryRound ?? 0);

    public static TaskFacts Of(ReportedTask task) => new(task, WorkflowName.Parse(task.Workflow), MatrixTotals.Of(task.Matrix));
}

/// <summary>How numbers become values.</summary>
internal static class Values
{
    /// <summary>ln(1 + x), 0 for anything below 0.</summary>
    public static float Log(double x) => x > 0 ? (float)Math.Log(1 + x) : 0;

    /// <summary>Part of a whole, 0 to 1; 0 of an empty whole.</summary>
    public static float Share(double part, double whole) => whole > 0 ? (float)Math.Min(1, part / whole) : 0;

    public static float Flag(bool on) => on ? 1 : 0;
}
