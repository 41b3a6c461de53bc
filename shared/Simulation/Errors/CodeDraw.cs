using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>Which error codes a task has, given what its operator will order.</summary>
internal static class CodeDraw
{
    /// <summary>Tasks behind the measured number of cells.</summary>
    private const double MeasuredTasks = 33_586;

    /// <summary>
    /// Part of the other actions whose errors tell them apart. Our assumption: with it, clone and ACDC are as hard to separate
    /// as the published networks found (AUROC about .67), although the measured lifts hold.
    /// </summary>
    public const double TypicalShare = 0.6;

    private static readonly CodeFact[] Drawn = [.. CodeFact.All.Where(code => code.Code != CodeFact.Memory)];

    private static readonly Weighted<CodeFact> Acdc = With(_ => 1);

    /// <summary>
    /// The lifts hold over all other actions; they come from the typical ones among them, which have them so much stronger.
    /// </summary>
    private static readonly Weighted<CodeFact> TypicalOther = With(code => Math.Max(0, 1 + ((code.Lift - 1) / TypicalShare)));

    /// <summary>Time limits are what finer splitting cures: strength is our assumption.</summary>
    private static readonly Weighted<CodeFact> Split = With(code => code.Code switch
    {
        50664 => 4, 71304 => 5, 71305 => 2.5, 8001 => 2, _ => 1,
    });

    /// <summary>Memory orders without the one code that explains nearly all of them.</summary>
    private static readonly Weighted<CodeFact> OtherMemory = With(code => code.Code switch { 50661 => 150, 8004 => 60, 137 => 20, 50513 => 8, _ => 0.5 });

    /// <summary>Codes of a task on average, without <see cref="CodeFact.Memory"/>.</summary>
    public static double PerTask { get; } = Drawn.Sum(code => code.Cells / code.SitesPerTask) / MeasuredTasks;

    public static CodeFact Memory { get; } = CodeFact.All.First(code => code.Code == CodeFact.Memory);

    /// <param name="intent">What will be ordered for the task.</param>
    /// <param name="typicalOther">Whether the workflow is a typical case of another action than ACDC.</param>
    /// <param name="explained">Whether the task exceeds its memory anyway.</param>
    public static Weighted<CodeFact> For(TaskIntent intent, bool typicalOther, bool explained) =>
        typicalOther ? TypicalOther
        : intent.Splitting is not null ? Split
        : intent.MemoryMb is not null && !explained ? OtherMemory
        : Acdc;

    private static Weighted<CodeFact> With(Func<CodeFact, double> factor) =>
        new(Drawn.Select(code => (code, code.Cells / code.SitesPerTask * factor(code))));
}
