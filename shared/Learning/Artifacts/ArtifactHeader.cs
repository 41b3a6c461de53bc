using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>All that must be known about a stored model beside its evidence. It holds no clock's time: equal trainings give equal bytes.</summary>
/// <param name="Format">Version of the stored form, see <see cref="ModelArtifact.Format"/>.</param>
/// <param name="Target">What it answers.</param>
/// <param name="Classes">Class names in the order of all probabilities.</param>
/// <param name="View">Name of the view that it reads, see <see cref="ProductionViews"/>.</param>
/// <param name="ViewVersion">Version of that view.</param>
/// <param name="Window">Time of the examples.</param>
/// <param name="Examples">Number of examples.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="CodeVersion">Version of the code that trained.</param>
/// <param name="Temperature">See <see cref="Calibration.TemperatureScaling"/>.</param>
/// <param name="BaseRates">Per class how often it happens of late.</param>
/// <param name="Metrics">On later tasks that were not learned from.</param>
/// <param name="Usage">What operators typed within the bins, and what clones carry.</param>
/// <param name="Kind">What the payload is, see <see cref="EvidenceKinds"/>; format 1 knew trees alone.</param>
/// <param name="Approach">How it was learned, for people, e.g. <c>trees, half-life 180 days</c>.</param>
public sealed record ArtifactHeader(
    int Format,
    string Target,
    IReadOnlyList<string> Classes,
    string View,
    int ViewVersion,
    TrainingWindow Window,
    int Examples,
    int Seed,
    string CodeVersion,
    double Temperature,
    IReadOnlyList<double> BaseRates,
    TargetMetrics Metrics,
    ParameterUsage Usage,
    string Kind = EvidenceKinds.Trees,
    string Approach = EvidenceKinds.Trees);
