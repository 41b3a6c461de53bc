namespace WorkflowRecovery.Scorer.Models;

/// <summary>Holds the sets in use; readers take them once and keep them for one answer.</summary>
internal sealed class ActiveModels
{
    private ModelPair _pair = new(ModelSet.None, Shadow: null);

    /// <summary>The active set with the one in shadow beside it.</summary>
    public ModelPair Pair => Volatile.Read(ref _pair);

    public ModelSet Current => Pair.Active;

    /// <summary>The sets that were in use may still be answering somewhere; their handles are freed when nobody holds them.</summary>
    public void Swap(ModelSet active, ModelSet? shadow = null) => Volatile.Write(ref _pair, new(active, shadow));
}
