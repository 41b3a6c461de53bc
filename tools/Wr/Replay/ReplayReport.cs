using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Records">Records in the file.</param>
/// <param name="Skipped">Records left out.</param>
/// <param name="Known">Tasks that the models may have learned from.</param>
/// <param name="Honest">Whether the numbers are of tasks that no model has seen.</param>
/// <param name="Scores">The numbers.</param>
internal sealed record ReplayReport(int Records, int Skipped, long Known, bool Honest, ScoreSheet Scores)
{
    public static ReplayReport Of(int records, int skipped, long known, ScoreSheet scores) => new(records, skipped, known, known == 0, scores);

    /// <summary>The report for a person.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Scores.Tasks} tasks judged ({Records} records read, {Skipped} skipped). The models abstained from {Scores.Abstained} of them.";
        yield return $"Agreement in action, memory and splitting on the other {Scores.Tasks - Scores.Abstained}: {Scores.Agreement:0.000}; always answering a plain ACDC, on the same: {Scores.ConstantAnswer:0.000}.";
        yield return Scores is { LogLoss: { } loss, ConstantLogLoss: { } constant }
            ? $"Log-loss of action x memory: {loss:0.0000}; base rates of the recorded orders: {constant:0.0000}."
            : "No order says enough for a log-loss.";
        if (!Honest)
            yield return $"These numbers flatter: {Known} of the tasks were recorded before the active models were trained, so the models may have learned from them.";
    }
}
