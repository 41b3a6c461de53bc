namespace WorkflowRecovery.Learning.Search;

/// <summary>One thing that a search may set. Its values are numbers; those of a choice are the places of its options.</summary>
/// <param name="Name">Unique in its space.</param>
public abstract record SearchParameter(string Name)
{
    /// <summary>Whether values have an order, so that near ones are likely to do alike.</summary>
    internal abstract bool IsOrdered { get; }

    /// <summary>Number of options of a choice.</summary>
    internal virtual int Options => 0;

    /// <summary>The value at a place between 0 and 1.</summary>
    internal abstract double At(double place);

    /// <summary>The place of a value; <see cref="At"/> gives the value back.</summary>
    internal abstract double PlaceOf(double value);

    /// <summary>Whether a value may be set.</summary>
    internal abstract bool Allows(double value);
}
