using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>A design made into layers that know their shapes and where their weights lie.</summary>
/// <param name="Branches">As designed.</param>
/// <param name="Trunk">Above the branches, the output layer last.</param>
/// <param name="SourceSlices">The sources' weights: the first of all parameters.</param>
/// <param name="LayerSlices">The layers' weights, after those.</param>
internal sealed record Structure(ImmutableArray<Branch> Branches, ImmutableArray<Layer> Trunk, Slices SourceSlices, Slices LayerSlices)
{
    public int Parameters => checked(SourceSlices.Length + LayerSlices.Length);

    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Structure Of(NetworkDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Classes < 2 || design.Branches.IsDefaultOrEmpty || design.Trunk.IsDefault)
            throw new ArgumentException("a network needs a branch and two classes", nameof(design));

        return new StructureBuilder().Build(design);
    }

    /// <summary>One forward pass with these weights.</summary>
    public Step StepWith(float[] parameters, bool training, ulong seed) => new(parameters, SourceSlices.Length, training, seed);

    /// <summary>The first weights.</summary>
    public float[] Initialize(int seed)
    {
        var (parameters, random) = (new float[Parameters], new Random(seed));
        foreach (var branch in Branches)
            branch.Source.Initialize(parameters.AsSpan(0, SourceSlices.Length), random);

        foreach (var layer in Branches.SelectMany(branch => branch.Layers).Concat(Trunk))
            layer.Initialize(parameters.AsSpan(SourceSlices.Length), random);

        return parameters;
    }

    /// <summary>Refuses inputs that do not fit, and arranges the others as the passes read them.</summary>
    /// <exception cref="ArgumentException">Not one input per branch, not equally long, or one of another kind or dimension.</exception>
    public NetworkInput[] Take(IReadOnlyList<NetworkInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != Branches.Length)
            throw new ArgumentException($"{inputs.Count} inputs for {Branches.Length} branches", nameof(inputs));

        for (var branch = 1; branch < inputs.Count; branch++)
            if (inputs[branch].Count != inputs[0].Count)
                throw new ArgumentException($"input {branch} has {inputs[branch].Count} rows, input 0 has {inputs[0].Count}", nameof(inputs));

        return [.. inputs.Select((input, branch) => Branches[branch].Source.Take(input))];
    }
}

/// <summary>A source and the layers above it.</summary>
internal sealed record Branch(Source Source, ImmutableArray<Layer> Layers)
{
    public Shape Output => Layers.IsEmpty ? Source.Output : Layers[^1].Output;
}
