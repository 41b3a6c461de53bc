using System.Numerics;

namespace WorkflowRecovery.Simulation.Chance;

/// <summary>
/// A pseudo-random sequence that depends on its seed alone, whatever the version of the runtime:
/// xoshiro256** of Blackman and Vigna, its state filled by SplitMix64.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;

    public SeededRandom(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>A sequence of its own for one named part, so that a change in one part leaves the others as they are.</summary>
    public static SeededRandom For(long seed, string part)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in part)
            hash = (hash ^ letter) * 1099511628211UL;
        return new(hash ^ unchecked((ulong)seed * 0x9E3779B97F4A7C15UL));
    }

    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
