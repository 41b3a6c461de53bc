using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Inventory;

/// <summary>Which error codes occur where.</summary>
/// <param name="Good">Different codes at good sites.</param>
/// <param name="Bad">Different codes at bad sites.</param>
/// <param name="All">Different codes.</param>
/// <param name="Overlap">Codes at both, as a share of those at good sites.</param>
public sealed record CodeInventory(int Good, int Bad, int All, double Overlap)
{
    /// <summary>What the talk gives: 67 and 66 codes, 74 in total, about 90 % of overlap.</summary>
    public static CodeInventory Talk { get; } = new(67, 66, 74, 0.9);

    /// <summary>Counts the codes of some tasks.</summary>
    public static CodeInventory Of(IEnumerable<RecordedTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var (good, bad) = (new HashSet<int>(), new HashSet<int>());
        foreach (var cell in tasks.SelectMany(task => task.Report.Matrix.Cells))
            (cell.Readiness.IsGood() ? good : bad).Add(cell.Code);

        var both = good.Intersect(bad).Count();
        return new(good.Count, bad.Count, good.Count + bad.Count - both, good.Count == 0 ? 0 : (double)both / good.Count);
    }
}
