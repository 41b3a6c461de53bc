using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>
/// How far the plans of one set of models can be trusted: prediction sets of actions and of whole plans, and what the
/// training has heard of. Stored beside the models as JSON.
/// </summary>
/// <param name="Format">Version of the stored form, see <see cref="CurrentFormat"/>.</param>
/// <param name="Actions">Per action the lowest probability with which it may happen.</param>
/// <param name="ActionAlpha">Share of the workflows of each action in which it may be missed for any task, see <see cref="ConformalSets"/>; of the <see cref="Pooled"/> ones together.</param>
/// <param name="LowestPlan">The lowest probability with which a whole plan may be ordered.</param>
/// <param name="PlanAlpha">Share of all workflows in which the plan may be missed for any task.</param>
/// <param name="CalibratedOn">Workflows that the bounds come from; the models that were asked about them had not learned from them, those in use have.</param>
/// <param name="Check">What the bounds did on later workflows still; null when there were none.</param>
/// <param name="Codes">Codes of real failures at compute sites in the training, rising.</param>
/// <param name="Sites">Compute sites with real failures in the training, in ordinal order.</param>
public sealed record PlanConfidence(
    int Format,
    ImmutableArray<double> Actions,
    double ActionAlpha,
    double LowestPlan,
    double PlanAlpha,
    int CalibratedOn,
    ConfidenceCheck? Check,
    ImmutableArray<int> Codes,
    ImmutableArray<string> Sites)
{
    /// <summary>The version of the stored form.</summary>
    public const int CurrentFormat = 2;

    /// <summary>In this format tasks were counted, which are not independent: its bounds are read, its check is not.</summary>
    private const int OfTasks = 1;

    /// <summary>The target under which it is stored beside the models of the set.</summary>
    public const string Target = "plan";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static readonly JsonDocumentOptions NoTwice = new() { AllowDuplicateProperties = false };

    /// <summary>The actions that had too few workflows for a bound of their own and share one: for each of them alone nothing is promised.</summary>
    public ImmutableArray<string> Pooled { get; init; } = [];

    /// <summary>Whether the bounds were checked on later workflows and held there.</summary>
    [JsonIgnore]
    public bool IsMeasured => Check?.Holds(ActionAlpha, PlanAlpha) is true;

    /// <summary>The plans that may be ordered, as <see cref="PlanComposer"/> made and ranked them; none when the task is unlike everything seen.</summary>
    public IReadOnlyList<Plan> SetOf(IReadOnlyList<Plan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return [.. plans.TakeWhile(plan => plan.Probability >= LowestPlan)];
    }

    /// <summary>The actions that may be ordered, in the order of <see cref="RecoveryActionKind"/>.</summary>
    /// <param name="plans">All plans of a task.</param>
    public IReadOnlyList<RecoveryActionKind> ActionsOf(IReadOnlyList<Plan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var probabilities = new double[Actions.Length];
        foreach (var plan in plans)
            probabilities[(int)plan.Action] += plan.Probability;

        return [.. new ConformalSets(Actions).Of(probabilities).Select(action => (RecoveryActionKind)action)];
    }

    /// <summary>What the training has never heard of: only real failures at compute sites count, not marks of lost work, storage names or pseudo-sites.</summary>
    public Novelty NoveltyOf(SiteErrorMatrix matrix) => Novelty.Of(RealFailures(matrix), code => Codes.BinarySearch(code) >= 0, site => Sites.BinarySearch(site, StringComparer.Ordinal) >= 0);

    /// <summary>The stored form.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads stored bytes, provided that they are exactly those that were promised.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> wrote.</param>
    /// <param name="expectedSha256">Hexadecimal, in either case.</param>
    /// <exception cref="ArtifactRefusedException">Another hash, another format, or something else.</exception>
    public static PlanConfidence Load(ReadOnlyMemory<byte> bytes, string expectedSha256)
    {
        ModelArtifact.Require(bytes.Span, expectedSha256);
        try
        {
            var json = JsonNode.Parse(bytes.Span, documentOptions: NoTwice);
            if (json is JsonObject fields && fields["format"] is JsonValue format && format.TryGetValue(out int number) && number == OfTasks)
            {
                fields["format"] = CurrentFormat;
                fields["check"] = null;
            }

            var confidence = json.Deserialize<PlanConfidence>(Json);
            return confidence is { Format: CurrentFormat } && confidence.Actions.Length == RecoveryActionNames.All.Count
                ? confidence
                : throw new ArtifactRefusedException($"the confidence is of format {confidence?.Format} for {confidence?.Actions.Length} actions; this code reads format {CurrentFormat}");
        }
        catch (JsonException fault)
        {
            throw new ArtifactRefusedException("the confidence cannot be read", fault);
        }
    }

    /// <summary>The cells of a matrix that are failures of jobs at places where jobs run.</summary>
    internal static SiteErrorMatrix RealFailures(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return SiteErrorMatrix.Of(matrix.Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported && SiteCatalogue.Of(cell.Site).Kind == SiteKind.Compute));
    }
}
