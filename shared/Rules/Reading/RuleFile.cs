namespace WorkflowRecovery.Rules.Reading;

// A file of rules as it is written. Lists may hold nulls, which the serializer lets through.

internal sealed record RuleFile
{
    public required string Version { get; init; }

    public required IReadOnlyList<WrittenRule?> Rules { get; init; }
}

internal sealed record WrittenRule
{
    public required string Name { get; init; }

    public required string State { get; init; }

    public required string Owner { get; init; }

    public required string Reason { get; init; }

    public required DateOnly? Expires { get; init; }

    public int Priority { get; init; }

    public required WrittenConditions When { get; init; }

    public WrittenOrder? Order { get; init; }

    public bool Blocks { get; init; }

    public required IReadOnlyList<WrittenExample?> Examples { get; init; }
}

internal sealed record WrittenConditions
{
    public IReadOnlyList<int>? Codes { get; init; }

    public IReadOnlyList<string?>? Categories { get; init; }

    public IReadOnlyList<string?>? Sites { get; init; }

    public double ShareAbove { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<string?>? Campaigns { get; init; }

    public IReadOnlyList<string?>? RequestTypes { get; init; }

    public IReadOnlyList<string?>? NotRequestTypes { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? AttemptAtLeast { get; init; }

    public int? AttemptAtMost { get; init; }
}

internal sealed record WrittenOrder
{
    public required string Action { get; init; }

    public int? AddMemoryMb { get; init; }

    public IReadOnlyList<int>? MemoryLadderMbPerCore { get; init; }

    public int? MostMemoryMbPerCore { get; init; }

    public string? Splitting { get; init; }

    public string? Xrootd { get; init; }
}

internal sealed record WrittenExample
{
    public required WrittenTask Task { get; init; }

    public required bool Fires { get; init; }

    public WrittenResult? Orders { get; init; }
}

internal sealed record WrittenTask
{
    public required IReadOnlyList<WrittenError?> Errors { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public string? Campaign { get; init; }

    public string? RequestType { get; init; }

    public int? MemoryMb { get; init; }

    public int? Cores { get; init; }

    public int? Attempt { get; init; }

    public IReadOnlyList<WrittenLog?>? Logs { get; init; }
}

internal sealed record WrittenError(int Code, string Site, long Count);

internal sealed record WrittenLog(int Code, string Site, string Text);

internal sealed record WrittenResult
{
    public required string Action { get; init; }

    public int? MemoryMb { get; init; }

    public string? Splitting { get; init; }

    public string? Xrootd { get; init; }
}
