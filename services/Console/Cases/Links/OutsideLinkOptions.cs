namespace WorkflowRecovery.Console.Cases.Links;

/// <summary>
/// Section <c>Links</c>: where more is told of a workflow. Addresses with <c>{workflow}</c>, <c>{task}</c>, <c>{prepId}</c> and
/// <c>{traceId}</c> behind the name of the server; what is not set is not shown.
/// </summary>
internal sealed class OutsideLinkOptions
{
    [LinkTemplate]
    public string? Request { get; set; }

    [LinkTemplate]
    public string? Monitoring { get; set; }

    /// <summary>Unified's log.</summary>
    [LinkTemplate]
    public string? Log { get; set; }

    [LinkTemplate]
    public string? Ticket { get; set; }

    /// <summary>The trace of the recommendation, in Jaeger for example.</summary>
    [LinkTemplate]
    public string? Trace { get; set; }
}
