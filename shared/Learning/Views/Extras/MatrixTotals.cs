using System.Runtime.InteropServices;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>Sums over a matrix. Marks of lost work (code -1) are counted apart from errors.</summary>
internal sealed class MatrixTotals
{
    private readonly Dictionary<string, (long Good, long Bad)> _sites = [];
    private readonly List<long> _codes = [];

    public long GoodErrors { get; private set; }

    public long BadErrors { get; private set; }

    public long GoodMarks { get; private set; }

    public long BadMarks { get; private set; }

    /// <summary>Errors at names that are no place, such as <c>NoReportedSite</c>.</summary>
    public long ErrorsNowhere { get; private set; }

    /// <summary>Errors by category.</summary>
    public long[] ByCategory { get; } = new long[ErrorCategoryNames.All.Count];

    /// <summary>Errors by tier.</summary>
    public long[] ByTier { get; } = new long[Places.TierNames.Count];

    public long Errors => GoodErrors + BadErrors;

    public int Codes => _codes.Count;

    public int Sites => _sites.Count;

    public int GoodSites => _sites.Values.Count(site => site.Good > 0);

    public int BadSites => _sites.Values.Count(site => site.Bad > 0);

    /// <summary>Entropy of the errors over codes, in nats.</summary>
    public double CodeEntropy => EntropyOf(_codes);

    /// <summary>Entropy of the errors over sites, in nats.</summary>
    public double SiteEntropy => EntropyOf(_sites.Values.Select(site => site.Good + site.Bad));

    public static MatrixTotals Of(SiteErrorMatrix matrix)
    {
        var totals = new MatrixTotals();
        var code = SiteErrorMatrix.NotReported;
        foreach (var cell in matrix.Cells)
        {
            var (good, bad) = cell.Readiness.IsGood() ? (cell.Count, 0L) : (0L, cell.Count);
            if (cell.Code == SiteErrorMatrix.NotReported)
            {
                totals.GoodMarks += good;
                totals.BadMarks += bad;
                continue;
            }

            if (cell.Code != code)
                totals._codes.Add(0);

            code = cell.Code;
            totals.Add(cell, good, bad);
        }

        return totals;
    }

    private void Add(MatrixCell cell, long good, long bad)
    {
        var place = Places.Of(cell.Site);
        GoodErrors += good;
        BadErrors += bad;
        ErrorsNowhere += place.Kind == SiteKind.Pseudo ? cell.Count : 0;
        ByCategory[(int)ErrorCatalogue.CategoryOf(cell.Code)] += cell.Count;
        ByTier[(int)place.Tier] += cell.Count;
        CollectionsMarshal.AsSpan(_codes)[^1] += cell.Count;
        ref var site = ref CollectionsMarshal.GetValueRefOrAddDefault(_sites, cell.Site, out _);
        site = (site.Good + good, site.Bad + bad);
    }

    private double EntropyOf(IEnumerable<long> counts) =>
        Errors == 0 ? 0 : counts.Order().Sum(count => -(double)count / Errors * Math.Log((double)count / Errors));
}
