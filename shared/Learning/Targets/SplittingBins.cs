using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Targets;

/// <summary>
/// Splitting factors that are too rare to be learned one by one, put together by what they do: a mild step, the
/// common step, a drastic one, one event or lumi section per job. Two thirds of all changed splittings are
/// <c>10x</c>, which therefore stands alone.
/// </summary>
public static class SplittingBins
{
    private static readonly string[] InOrder = ["none", "2x-3x", "10x", "20x-200x", "max"];
    private static readonly string[][] Members = [[], ["2x", "3x"], ["10x"], ["20x", "50x", "100x", "200x"], ["max"]];

    /// <summary>Bin names in order.</summary>
    public static IReadOnlyList<string> Names => InOrder;

    /// <summary>The bin of a splitting; null is the bin <c>none</c>.</summary>
    /// <exception cref="ArgumentException">The splitting is none of <see cref="SplittingNames"/>.</exception>
    public static int Of(string? splitting)
    {
        if (splitting is null)
            return 0;

        var bin = Array.FindIndex(Members, members => members.Contains(splitting));
        return bin > 0 ? bin : throw new ArgumentException($"'{splitting}' is not a splitting", nameof(splitting));
    }

    /// <summary>The place of a bin in <see cref="Names"/>; -1 when there is no such bin.</summary>
    internal static int PlaceOf(string name) => Array.IndexOf(InOrder, name);
}
