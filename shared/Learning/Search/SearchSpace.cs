namespace WorkflowRecovery.Learning.Search;

/// <summary>What a search may set.</summary>
public sealed class SearchSpace
{
    /// <summary>A space.</summary>
    /// <param name="parameters">At least one, with names of their own and ranges that are not empty.</param>
    /// <exception cref="ArgumentException">Two of one name, an empty range, or a logarithm of what is not above 0.</exception>
    public SearchSpace(params IReadOnlyList<SearchParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0 || parameters.Select(parameter => parameter.Name).Distinct().Count() < parameters.Count)
            throw new ArgumentException("a search space needs parameters with names of their own", nameof(parameters));

        if (parameters.FirstOrDefault(parameter => !IsSound(parameter)) is { } unsound)
            throw new ArgumentException($"the range of {unsound.Name} is empty or wrong", nameof(parameters));

        Parameters = parameters;
    }

    /// <summary>The parameters, in the order given.</summary>
    public IReadOnlyList<SearchParameter> Parameters { get; }

    internal bool Allows(IReadOnlyList<double> values) =>
        values.Count == Parameters.Count && Parameters.Zip(values).All(of => of.First.Allows(of.Second));

    private static bool IsSound(SearchParameter parameter) => parameter switch
    {
        Choice choice => choice.Names.Count > 0 && choice.Names.Distinct().Count() == choice.Names.Count,
        WholeNumber whole => whole.Low <= whole.High,
        RealNumber real => double.IsFinite(real.High - real.Low) && real.Low < real.High,
        LogNumber log => double.IsFinite(log.High) && 0 < log.Low && log.Low < log.High,
        _ => false,
    };
}
