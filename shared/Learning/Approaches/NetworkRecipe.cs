using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>How the rarer class is kept from being drowned.</summary>
public enum Imbalance
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A row weighs the more the rarer its class is (the talk's weighted cross-entropy).</summary>
    Weights,

    /// <summary>Rows of the rarer classes are repeated (the talk's simple re-sampling).</summary>
    Repeat,

    /// <summary>Rows of the rarer classes are invented between neighbours (SMOTE).</summary>
    Smote,
}

/// <summary>How a network is made and trained.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Branches">What it looks at; several are the talk's extended network.</param>
/// <param name="Trunk">Layers above all branches.</param>
/// <param name="Options">How it is trained; its seed and threads are those of the lesson.</param>
/// <param name="Imbalance">How the rarer class is kept from being drowned.</param>
public sealed record NetworkRecipe(
    string Name, ImmutableArray<IBranchRecipe> Branches, ImmutableArray<LayerDesign> Trunk, NetworkOptions Options, Imbalance Imbalance = Imbalance.None)
{
    /// <summary>A network with one branch.</summary>
    public static NetworkRecipe Of(string name, IBranchRecipe branch, NetworkOptions options, Imbalance imbalance = Imbalance.None) =>
        new(name, [branch], [], options, imbalance);

    /// <summary>Dense layers of these numbers of neurons.</summary>
    /// <param name="activation">Of all of them.</param>
    /// <param name="neurons">Neurons of each layer, from the first.</param>
    public static ImmutableArray<LayerDesign> Dense(Activation activation, params IEnumerable<int> neurons) =>
        [.. neurons.Select(count => new DenseDesign(count, activation))];
}
