using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Wr.Study.Deciding;

/// <summary>Who decides, and how many of the later workflows at which agreement with the operators.</summary>
/// <param name="Approach">How it was learned.</param>
/// <param name="View">What was looked through.</param>
/// <param name="Agreement">Its answers by workflow.</param>
/// <param name="Shares">Shares of the workflows with their intervals over families drawn anew.</param>
/// <param name="OverOracle">The share at 95 % over that of the oracle; null without an oracle, and for itself.</param>
/// <param name="Seconds">Wall-clock seconds of learning.</param>
/// <param name="Records">Tasks learned from and judged on.</param>
internal sealed record Decider(
    string Approach, string View, WorkflowAgreement Agreement, IReadOnlyList<DecidedShare> Shares, BootstrapInterval? OverOracle, double Seconds, int Records)
{
    public const double RatioLevel = 0.95;

    private const int Rounds = 400;

    /// <summary>How families are drawn for every interval.</summary>
    public static GroupBootstrap Bootstrap { get; } = new(Rounds, seed: 1);

    /// <summary>Area under the ROC curve of the plain ACDC against the rest, by task; null where it was not asked for.</summary>
    public double? PlainAuroc { get; init; }

    public string Name => $"{Approach}, {View}";

    public static Decider Of(string approach, string view, WorkflowAgreement agreement, WorkflowAgreement? oracle, double seconds, int records) => new(
        approach, view, agreement, agreement.Shares(Bootstrap), oracle is null ? null : agreement.RatioTo(oracle, RatioLevel, Bootstrap), seconds, records);
}
