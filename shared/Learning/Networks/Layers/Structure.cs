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

    /// <summary>Values that the output layer gives.</summary>
    public int Outputs => Trunk[^1].Output.Size;

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

    /// <summary>Refuses inputs that do not fit, and answers with their number of rows.</summary>
    /// <exception cref="ArgumentException">As many inputs as branches, equally long, of their kind and dimension: it is not so.</exception>
    public int Check(IReadOnlyList<NetworkInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != Branches.Length)
            throw new ArgumentException($"{inputs.Count} inputs for {Branches.Length} branches", nameof(inputs));

        for (var branch = 0; branch < inputs.Count; branch++)
        {
            if (inputs[branch].Count != inputs[0].Count)
                throw new ArgumentException($"input {branch} has {inputs[branch].Count} rows, input 0 has {inputs[0].Count}", nameof(inputs));

            Branches[branch].Source.Check(inputs[branch]);
        }

        return inputs[0].Count;
    }
}

/// <summary>A source and the layers above it.</summary>
internal sealed record Branch(Source Source, ImmutableArray<Layer> Layers)
{
    public Shape Output => Layers.IsEmpty ? Source.Output : Layers[^1].Output;
}
