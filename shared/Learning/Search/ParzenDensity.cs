using MathNet.Numerics;

namespace WorkflowRecovery.Learning.Search;

/// <summary>How likely places between 0 and 1 are.</summary>
internal interface IDensity
{
    double Draw(Random random);

    double LogAt(double place);
}

/// <summary>
/// Normal bells cut at 0 and 1, one at each place seen, as wide as it is far to the further of its neighbours, and one
/// broad bell in the middle for what was not seen (Bergstra et al. 2011). Each counts the same.
/// </summary>
internal sealed class ParzenDensity : IDensity
{
    private readonly double[] _centres;
    private readonly double[] _widths;
    private readonly double[] _heights;

    public ParzenDensity(IReadOnlyList<double> places)
    {
        _centres = [.. places.Append(0.5).Order()];
        _widths = new double[_centres.Length];
        _heights = new double[_centres.Length];
        var (narrowest, middle) = (1 / Math.Min(100.0, 1 + _centres.Length), Array.IndexOf(_centres, 0.5));
        for (var at = 0; at < _centres.Length; at++)
        {
            var before = at == 0 ? _centres[at] : _centres[at] - _centres[at - 1];
            var after = at == _centres.Length - 1 ? 1 - _centres[at] : _centres[at + 1] - _centres[at];
            _widths[at] = at == middle ? 1 : Math.Clamp(Math.Max(before, after), narrowest, 1);
            _heights[at] = 1 / (_widths[at] * (Below(at, 1) - Below(at, 0)));
        }
    }

    public double Draw(Random random)
    {
        var bell = random.Next(_centres.Length);
        var (low, high) = (Below(bell, 0), Below(bell, 1));
        var share = low + random.NextDouble() * (high - low);
        return Math.Clamp(_centres[bell] - _widths[bell] * Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * share), 0, 1);
    }

    public double LogAt(double place)
    {
        var sum = 0.0;
        for (var bell = 0; bell < _centres.Length; bell++)
        {
            var distance = (place - _centres[bell]) / _widths[bell];
            sum += Math.Exp(-distance * distance / 2) * _heights[bell];
        }

        return Math.Log(sum / _centres.Length);
    }

    private double Below(int bell, double place) => SpecialFunctions.Erfc((_centres[bell] - place) / (_widths[bell] * Constants.Sqrt2)) / 2;
}

/// <summary>Shares of options among the values seen, each option having one more than it has.</summary>
internal sealed class ChoiceDensity : IDensity
{
    private readonly double[] _shares;

    public ChoiceDensity(IReadOnlyList<double> values, int options)
    {
        _shares = new double[options];
        for (var option = 0; option < options; option++)
            _shares[option] = (values.Count(value => value == option) + 1.0) / (values.Count + options);
    }

    public double Draw(Random random)
    {
        var (left, option) = (random.NextDouble(), 0);
        while (option < _shares.Length - 1 && left >= _shares[option])
            left -= _shares[option++];

        return (option + 0.5) / _shares.Length;
    }

    public double LogAt(double place) => Math.Log(_shares[(int)(place * _shares.Length)]);
}
