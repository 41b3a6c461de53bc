using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Wr.Study.Deciding;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Everything that a study came to.</summary>
/// <param name="Source">What was studied.</param>
/// <param name="Options">How.</param>
/// <param name="Rows">The numbers, in the order of the talk, ours last.</param>
/// <param name="Skipped">What was asked for and could not be tried.</param>
/// <param name="Comparisons">Ours against the talk's best.</param>
/// <param name="Importances">What explains the scores of the random search over networks.</param>
/// <param name="Answers">The answers behind the numbers.</param>
/// <param name="Pictures">The average pictures; null when not asked for.</param>
/// <param name="Deciding">How many later workflows could be decided.</param>
/// <param name="Took">Wall-clock time.</param>
internal sealed record StudyResult(
    StudySource Source,
    StudyOptions Options,
    IReadOnlyList<StudyRow> Rows,
    IReadOnlyList<Skipped> Skipped,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<ParameterImportance> Importances,
    IReadOnlyList<Answered> Answers,
    AveragePictures? Pictures,
    DecidingResult Deciding,
    TimeSpan Took)
{
    /// <summary>How rules would have done; empty when not asked for.</summary>
    public IReadOnlyList<RuleScore> Rules { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The numbers for a program.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            source = Source.Name,
            records = Source.Tasks.Count,
            options = new { Options.Seeds, Options.Quick, budgetSeconds = Options.Budget.TotalSeconds },
            tookSeconds = Math.Round(Took.TotalSeconds, 1),
            Rows,
            Skipped,
            Comparisons,
            Importances,
            decided = Deciding.ForJson(),
            rules = Rules.Select(score => new { score.Name, score.Judged, score.Fired, score.Ordered, score.Agreed, score.Plain }),
        },
        Json);
}
