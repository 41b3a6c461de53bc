namespace WorkflowRecovery.Simulation.Chance;

/// <summary>The distributions that the simulation draws from.</summary>
internal static class Distributions
{
    /// <summary>Uniform in [0, 1).</summary>
    public static double Uniform(this SeededRandom random) => (random.NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    public static int Whole(this SeededRandom random, int low, int high) => low + (int)(random.Uniform() * (high - low));

    public static bool Chance(this SeededRandom random, double probability) => random.Uniform() < probability;

    public static double Exponential(this SeededRandom random, double mean) => -mean * Math.Log(1 - random.Uniform());

    /// <summary>Standard normal, by Box and Muller.</summary>
    public static double Normal(this SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());

    /// <summary>Log-normal with mean 1, whatever the spread.</summary>
    public static double Spread(this SeededRandom random, double sigma) =>
        Math.Exp((sigma * random.Normal()) - (sigma * sigma / 2));

    /// <summary>0, 1, 2… with the given mean, each step as likely as the one before.</summary>
    public static int Geometric(this SeededRandom random, double mean) =>
        mean <= 0 ? 0 : (int)Math.Floor(Math.Log(1 - random.Uniform()) / Math.Log(mean / (1 + mean)));

    /// <summary>Rounds up or down so that the mean stays what it was.</summary>
    public static long Round(this SeededRandom random, double value) => (long)Math.Floor(value + random.Uniform());

    public static T Pick<T>(this SeededRandom random, IReadOnlyList<T> choices) => choices[random.Whole(0, choices.Count)];
}
