namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>What an axis measures.</summary>
internal sealed record Axis(string Label)
{
    /// <summary>Shown in brackets behind the label.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the axis begins; without, at a round number below all that is shown.</summary>
    public double? From { get; init; }

    /// <summary>Where it ends.</summary>
    public double? To { get; init; }

    public bool Logarithmic { get; init; }

    /// <summary>Shares are written as per cent.</summary>
    public bool Percent { get; init; }

    public string Text => Unit is null ? Label : $"{Label} [{Unit}]";
}
