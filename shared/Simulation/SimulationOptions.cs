namespace WorkflowRecovery.Simulation;

/// <summary>What to simulate. Equal options give equal records, byte for byte.</summary>
public sealed record SimulationOptions
{
    /// <summary>Tasks with a recorded action, at least 1.</summary>
    public int Records { get; init; } = 27_000;

    /// <summary>Where the sequence of chance begins.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>When the first request is made.</summary>
    public DateTimeOffset From { get; init; } = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>No request is made from here on; assistance may be asked for some days later.</summary>
    public DateTimeOffset To { get; init; } = new(2019, 4, 1, 0, 0, 0, TimeSpan.Zero);

    internal static SimulationOptions Check(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Records < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.Records, "At least one record is simulated");
        if (options.To <= options.From)
            throw new ArgumentOutOfRangeException(nameof(options), options.To, "The time must end after it begins");
        return options;
    }
}
