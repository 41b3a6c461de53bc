using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Models;

/// <summary>How the model of one target did.</summary>
public partial class ModelFacts : ComponentBase
{
    private ModelMetrics? _metrics;
    private string? _class;

    /// <summary>What was stored beside it.</summary>
    [Parameter, EditorRequired]
    public string Json { get; set; } = "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _metrics = MetricsReading.OfModel(Json);
        _class ??= _metrics?.Curves?.Classes is [var first, ..] ? first.Class : null;
    }
}
