namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Where a layer's weights lie among all of a network's.</summary>
/// <param name="Start">The first one.</param>
/// <param name="Length">How many.</param>
/// <param name="L2">The factor of their squares in the loss.</param>
/// <param name="Trained">Whether they follow the gradient.</param>
internal sealed record Slice(int Start, int Length, double L2 = 0, bool Trained = true)
{
    public Span<float> Of(Span<float> parameters) => parameters.Slice(Start, Length);

    public ReadOnlySpan<float> Of(ReadOnlySpan<float> parameters) => parameters.Slice(Start, Length);
}

/// <summary>Deals out slices one after the other.</summary>
internal sealed class Slices
{
    private readonly List<Slice> all = [];

    public IReadOnlyList<Slice> All => all;

    public int Length { get; private set; }

    public Slice Take(int length, double l2 = 0, bool trained = true)
    {
        var slice = new Slice(Length, length, l2, trained);
        Length = checked(Length + length);
        all.Add(slice);
        return slice;
    }
}
