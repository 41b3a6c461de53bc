using System.Text.Json.Serialization;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Scores;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Demo;

/// <summary>The last line of a demonstration that ends by itself.</summary>
/// <param name="Records">Records in the history, those held back included.</param>
/// <param name="AssistanceEvents">Events published.</param>
/// <param name="Recommendations">Events that got a recommendation.</param>
/// <param name="Lost">Events that got none.</param>
/// <param name="Duplicates">Revisions seen with more than one id or content.</param>
/// <param name="Rejected">Messages that were refused.</param>
/// <param name="P50Ms">Median time from publish to first recommendation.</param>
/// <param name="P99Ms">99th percentile of it.</param>
/// <param name="ImportSeconds">Reading the file and storing matrices and labels.</param>
/// <param name="TrainSeconds">From the request to the new models' metrics.</param>
/// <param name="Redelivered">Repeats byte for byte.</param>
/// <param name="Abstained">Events whose newest recommendation abstains.</param>
/// <param name="Agreement">Share with what the operator ordered, of the events for which something was recommended.</param>
/// <param name="ConstantAnswer">The same, of the same events, for always a plain ACDC.</param>
/// <param name="LogLoss">Of the operator's action x memory bin over the events.</param>
/// <param name="ConstantLogLoss">The same from the base rates of what was imported.</param>
/// <param name="PlainAuroc">Plain ACDC against others as the published networks count them, on the held-out months of the training.</param>
/// <param name="MemoryAuroc">ACDC with memory against others, on the same.</param>
internal sealed record DemoReport(
    int Records,
    int AssistanceEvents,
    int Recommendations,
    int Lost,
    int Duplicates,
    long Rejected,
    double P50Ms,
    double P99Ms,
    double ImportSeconds,
    double TrainSeconds,
    int Redelivered,
    int Abstained,
    double Agreement,
    double ConstantAnswer,
    double? LogLoss,
    double? ConstantLogLoss,
    double? PlainAuroc,
    double? MemoryAuroc)
{
    /// <summary>Whether every event got exactly one answer per revision.</summary>
    [JsonIgnore]
    public bool IsGood => Lost == 0 && Duplicates == 0 && Rejected == 0;

    /// <summary>Events that the operator decides without hearing from us; they are not compared.</summary>
    [JsonIgnore]
    public int Blinded { get; init; }

    public static DemoReport Of(int records, TimeSpan import, TrainingOutcome training, LiveTally live, long rejected, ScoreSheet scores) => new(
        records,
        live.Events,
        live.Recommended,
        live.Lost,
        live.Duplicates,
        rejected,
        Math.Round(Percentile.Of(live.Latencies, 0.5), 1),
        Math.Round(Percentile.Of(live.Latencies, 0.99), 1),
        Math.Round(import.TotalSeconds, 2),
        training.Seconds,
        live.Redelivered,
        live.Abstained,
        Math.Round(scores.Agreement, 4),
        Math.Round(scores.ConstantAnswer, 4),
        Round(scores.LogLoss),
        Round(scores.ConstantLogLoss),
        Round(training.Report.Plans?.PlainAuroc),
        Round(training.Report.Plans?.MemoryAuroc))
    {
        Blinded = live.Blinded.Count,
    };

    /// <summary>The events beside what was said, but for the blinded ones; an event without a recommendation is not compared.</summary>
    public static ScoreSheet Score(HeldBack<PastTask> parts, IReadOnlyDictionary<Guid, GivenAnswer> given, IReadOnlySet<Guid> blinded) => ScoreSheet.Of(
        [.. parts.Events.Where(task => !blinded.Contains(IdOf(task)))
            .Select(task => (OperatorAnswer.Of(task), given.GetValueOrDefault(IdOf(task)) ?? GivenAnswer.None))],
        ActionRates.Of(parts.Past.Select(OperatorAnswer.Of)));

    /// <summary>The report for a person.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Recommendations} of {AssistanceEvents} events got a recommendation ({Lost} lost, {Duplicates} duplicates, {Redelivered} redelivered, {Rejected} rejected, {Abstained} abstained, {Blinded} blinded).";
        yield return $"Publish to recommendation: median {P50Ms:0} ms, 99 % within {P99Ms:0} ms. Import {ImportSeconds:0.0} s, training {TrainSeconds:0.0} s.";
        yield return $"Same action, memory and splitting as the operator: {Agreement:0.000} of the events that were not abstained from; always answering a plain ACDC, on the same: {ConstantAnswer:0.000}.";
        yield return $"Log-loss of the operator's action x memory: {LogLoss:0.0000}; base rates of the past: {ConstantLogLoss:0.0000}.";
        yield return $"On the held-out later months: AUROC of plain ACDC against others, as the published networks count them, {PlainAuroc:0.000}; of ACDC with memory {MemoryAuroc:0.000}.";
    }

    private static Guid IdOf(PastTask task) => EventIdentity.Of(task.Event.Workflow, task.Event.Task, task.Event.ReportedAt);

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
