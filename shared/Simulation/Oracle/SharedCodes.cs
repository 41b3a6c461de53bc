using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Errors;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>
/// How probably tasks have the codes that they have. The three codes that a workflow shares are not seen: every choice of
/// them is gone through, those that no task has counting as one. Given the choice and the time t of a Poisson process, codes
/// are independent; a geometric number of draws is the mean over t, which is exponential.
/// </summary>
internal sealed class SharedCodes
{
    private static readonly (double Node, double Weight)[] Times = Quadrature.Positive(-5.5, 5, 0.3);

    private static readonly double[] Decay = [.. Times.Select(time => time.Weight * Math.Exp(-time.Node))];

    private readonly bool _typical;
    private readonly double _mean;
    private readonly int[] _codes;
    private readonly double[] _shared;
    private readonly double[] _scale;

    /// <param name="codes">All codes of the workflow's tasks but that of exceeded memory, each once.</param>
    /// <param name="world">What they were drawn from.</param>
    public SharedCodes(IEnumerable<int> codes, World world)
    {
        _typical = world == World.Typical;
        _mean = WorkflowErrors.MeanCodes(world == World.Acdc) - 1;
        _codes = [.. codes];
        _shared = SharesOf(default, explained: true);
        _scale = [.. _codes.Select(code => CodeDraw.For(default, typicalOther: false, explained: true).Probabilities.First(one => one.Item.Code == code).Probability)];
        Choices = [.. Choose()];
    }

    /// <summary>How often each of the codes is among the shared ones, and how probable that is.</summary>
    public IReadOnlyList<(int[] Times, double Probability)> Choices { get; }

    /// <summary>The probability of a plain task's codes, by choice, up to a factor of the codes alone.</summary>
    /// <param name="codes">The codes of the task but that of exceeded memory.</param>
    public double[] Plain(IReadOnlyList<int> codes)
    {
        if (codes.Count == 0)
            return [.. Choices.Select(_ => 1 - WorkflowErrors.RealShare)];

        var places = codes.Select(code => Array.IndexOf(_codes, code)).ToArray();
        var table = places.Select(place => Enumerable.Range(0, WorkflowErrors.SharedCodes + 1).Select(times => Present(place, SharedShare(times, place), _mean)).ToArray()).ToArray();
        return [.. Choices.Select(choice => AtLeastOne([.. places.Select((place, at) => table[at][choice.Times[place]])], _mean))];
    }

    /// <summary>The same for a task with an order for more memory or finer splitting: it shares no codes.</summary>
    public double Ordered(IReadOnlyList<int> codes, bool memory, bool splitting, bool explained)
    {
        var few = memory && explained;
        if (codes.Count == 0)
            return few ? 1 / (1 + WorkflowErrors.BesideMemory) : 1 - WorkflowErrors.RealShare;

        var shares = SharesOf(new(memory ? 1 : null, splitting ? "" : null), explained);
        var mean = few ? WorkflowErrors.BesideMemory : _mean;
        double[][] present = [.. codes.Select(code => Array.IndexOf(_codes, code)).Select(place => Present(place, shares[place], mean))];
        return few ? Number(present, mean) : AtLeastOne(present, mean);
    }

    private double SharedShare(int times, int place) =>
        (WorkflowErrors.SharedShare * times / WorkflowErrors.SharedCodes) + ((1 - WorkflowErrors.SharedShare) * _shared[place]);

    private static double AtLeastOne(IReadOnlyList<double[]> present, double mean) => WorkflowErrors.RealShare * (1 + mean) / mean * Number(present, mean);

    /// <summary>The probability that just these codes come of a geometric number of draws with this mean.</summary>
    private static double Number(IReadOnlyList<double[]> present, double mean)
    {
        var sum = 0.0;
        for (var at = 0; at < Decay.Length; at++)
        {
            var product = Decay[at];
            foreach (var code in present)
                product *= code[at];
            sum += product;
        }

        return sum / (1 + mean);
    }

    private double[] Present(int place, double share, double mean) =>
        [.. Times.Select(time => Expm1(share * mean / (1 + mean) * time.Node) / _scale[place])];

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;

    private double[] SharesOf(TaskIntent intent, bool explained)
    {
        var shares = CodeDraw.For(intent, _typical, explained).Probabilities.ToDictionary(one => one.Item.Code, one => one.Probability);
        return [.. _codes.Select(code => shares.GetValueOrDefault(code))];
    }

    private IEnumerable<(int[] Times, double Probability)> Choose()
    {
        double[] shares = [.. _shared, Math.Max(0, 1 - _shared.Sum())];
        for (var first = 0; first < shares.Length; first++)
        {
            for (var second = first; second < shares.Length; second++)
            {
                for (var third = second; third < shares.Length; third++)
                {
                    var orders = first == third ? 1 : first == second || second == third ? 3 : 6;
                    var times = new int[shares.Length];
                    times[first]++;
                    times[second]++;
                    times[third]++;
                    yield return (times, orders * shares[first] * shares[second] * shares[third]);
                }
            }
        }
    }
}
