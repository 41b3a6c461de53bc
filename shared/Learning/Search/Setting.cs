namespace WorkflowRecovery.Learning.Search;

/// <summary>A value for each parameter of a space.</summary>
public sealed class Setting
{
    /// <summary>A setting.</summary>
    /// <param name="space">What may be set.</param>
    /// <param name="values">A value per parameter, in the order of the space; of a choice the place of the option.</param>
    /// <exception cref="ArgumentException">Not a value per parameter, or one outside of its range.</exception>
    public Setting(SearchSpace space, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(values);
        (Space, Values) = space.Allows(values)
            ? (space, values)
            : throw new ArgumentException($"({string.Join(", ", values)}) is not inside of the space", nameof(values));
    }

    /// <summary>What may be set.</summary>
    public SearchSpace Space { get; }

    /// <summary>A value per parameter, in the order of the space; of a choice the place of the option.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The value of a real or log-uniform number, or of a whole one.</summary>
    /// <exception cref="KeyNotFoundException">The space has no parameter of this name.</exception>
    public double Number(string name) => Values[IndexOf(name)];

    /// <summary>The value of a whole number.</summary>
    /// <exception cref="KeyNotFoundException">The space has no parameter of this name.</exception>
    public int Whole(string name) => (int)Values[IndexOf(name)];

    /// <summary>The option of a choice.</summary>
    /// <exception cref="KeyNotFoundException">The space has no parameter of this name.</exception>
    public string Option(string name) => ((Choice)Space.Parameters[IndexOf(name)]).Names[Whole(name)];

    private int IndexOf(string name)
    {
        for (var at = 0; at < Values.Count; at++)
        {
            if (Space.Parameters[at].Name == name)
                return at;
        }

        throw new KeyNotFoundException($"the space has no parameter {name}");
    }
}

/// <summary>A setting that was tried.</summary>
/// <param name="Setting">What was set.</param>
/// <param name="Score">What came of it; not a number when the trial failed.</param>
public sealed record Trial(Setting Setting, double Score);
