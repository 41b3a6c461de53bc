namespace WorkflowRecovery.Learning.Text;

/// <summary>Random numbers from a seed, the same on every machine and version: SplitMix64 (Steele, Lea, Flood 2014).</summary>
internal struct RandomBits(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 up to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>A number from 0 up to below 1.</summary>
    public double Unit() => (Next() >> 11) / (double)(1UL << 53);

    private ulong Next()
    {
        var bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
