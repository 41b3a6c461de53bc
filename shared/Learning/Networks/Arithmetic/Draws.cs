namespace WorkflowRecovery.Learning.Networks.Arithmetic;

/// <summary>
/// Random numbers from a position instead of a history, so that each layer of each shard of each step draws its own,
/// whoever comes first: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>The seed of a part of what <paramref name="seed"/> stands for.</summary>
    public static ulong Part(ulong seed, ulong part) => new Draws(Mix(seed) + part).Next();

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
