namespace WorkflowRecovery.Wr.Scores;

/// <summary>How recommendations compare with what operators ordered, beside answers that need no model.</summary>
/// <param name="Tasks">All tasks.</param>
/// <param name="Abstained">Tasks for which nothing was recommended.</param>
/// <param name="Agreement">Share with action, memory bin and splitting bin as ordered, of the tasks for which something was recommended.</param>
/// <param name="ConstantAnswer">The same, of the same tasks, for always answering a plain ACDC.</param>
/// <param name="LogLoss">Mean -ln p of the ordered action x memory bin, in nats; null when no task can be scored.</param>
/// <param name="ConstantLogLoss">The same from the base rates of the past.</param>
internal sealed record ScoreSheet(int Tasks, int Abstained, double Agreement, double ConstantAnswer, double? LogLoss, double? ConstantLogLoss)
{
    /// <summary>What was held impossible costs as much as one in a million, the floor that the training's own log-loss has.</summary>
    public const double Floor = 1e-6;

    /// <summary>Compares. Orders that leave their parameters open count for the agreement, as unchanged, but not for the log-loss.</summary>
    public static ScoreSheet Of(IReadOnlyCollection<(OperatorAnswer Ordered, GivenAnswer Given)> tasks, ActionRates rates)
    {
        var answered = tasks.Where(task => task.Given.Action is not null).ToList();
        var full = tasks.Where(task => task.Ordered.SaysAll).ToList();
        return new ScoreSheet(
            tasks.Count,
            tasks.Count - answered.Count,
            Share(answered, task => task.Given.AgreesWith(task.Ordered)),
            Share(answered, task => task.Ordered.IsPlainAcdc),
            Mean(full, task => task.Given.ProbabilityOf(task.Ordered.Action, task.Ordered.Memory)),
            Mean(full, task => rates.Of(task.Ordered.Action, task.Ordered.Memory)));
    }

    private static double Share<T>(List<T> tasks, Func<T, bool> holds) =>
        tasks.Count == 0 ? 0 : tasks.Count(holds) / (double)tasks.Count;

    private static double? Mean<T>(List<T> tasks, Func<T, double> probability) =>
        tasks.Count == 0 ? null : tasks.Average(task => -Math.Log(Math.Max(probability(task), Floor)));
}
