namespace WorkflowRecovery.Learning.Randomness;

/// <summary>
/// Random numbers from a seed, the same on every machine and version: SplitMix64 (Steele, Lea and Flood 2014). Neighbouring
/// seeds give numbers that have nothing in common.
/// </summary>
internal struct RandomBits(ulong seed)
{
    private ulong _state = seed;

    /// <summary>
    /// The seed of a part of what <paramref name="seed"/> stands for: so each layer of each shard of each step draws its own
    /// numbers, whoever comes first.
    /// </summary>
    public static ulong Part(ulong seed, ulong part) => new RandomBits(Mix(seed) + part).Next();

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>A whole number from 0 up to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>A number from 0 up to below 1.</summary>
    public double Unit() => (Next() >> 11) / (double)(1UL << 53);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
