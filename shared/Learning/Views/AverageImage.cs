using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>The mean picture of some tasks, e.g. of all that were cloned, to be looked at.</summary>
public sealed class AverageImage
{
    private readonly double[] _means;

    private AverageImage(ImageView view, double[] means, int tasks)
    {
        _means = means;
        Lines = [.. view.Sorting.Order.Select(row => CodeRows.Names[row])];
        Tasks = tasks;
    }

    /// <summary>The code of each line, e.g. <c>50660</c> or <c>MEM*</c>, the top one first.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The tier of each column.</summary>
    public static IReadOnlyList<string> Tiers => Places.TierNames;

    /// <summary>How many tasks the means are over.</summary>
    public int Tasks { get; }

    /// <summary>Means over some tasks, in the values of a view (raw counts: the mean number of errors); 0 everywhere for no task.</summary>
    public static AverageImage Of(ImageView view, IEnumerable<SiteErrorMatrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(matrices);
        var sums = new double[view.Columns.Count];
        var tasks = 0;
        foreach (var matrix in matrices)
        {
            tasks++;
            var picture = view.Of(matrix);
            for (var at = 0; at < picture.Indices.Length; at++)
                sums[picture.Indices[at]] += picture.Values[at];
        }

        return new(view, [.. sums.Select(sum => tasks == 0 ? 0 : sum / tasks)], tasks);
    }

    /// <summary>Mean at good sites.</summary>
    public double Red(int line, int tier) => _means[At(line, tier)];

    /// <summary>Mean at bad sites.</summary>
    public double Green(int line, int tier) => _means[At(line, tier) + 1];

    private static int At(int line, int tier) => ((line * ImageView.Width) + tier) * ImageView.Channels;
}
