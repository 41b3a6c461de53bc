using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>How often a code comes among tasks of plain acdc and among the others, in sums of weights.</summary>
/// <param name="Plain">Plain acdc (neither memory nor splitting set) with the code.</param>
/// <param name="Other">Other actions with the code.</param>
/// <param name="AllPlain">All plain acdc.</param>
/// <param name="AllOther">All other actions.</param>
internal sealed record CodeUse(double Plain, double Other, double AllPlain, double AllOther)
{
    private const double Prior = 2;

    private double All => AllPlain + AllOther;

    private double Rate => (Plain + Other) / All;

    public double Lift => Plain + Other == 0
        ? 1
        : (Other + (Prior * Rate)) / (AllOther + Prior) / ((Plain + (Prior * Rate)) / (AllPlain + Prior));

    public double Relevance
    {
        get
        {
            if (Plain + Other == 0)
                return 0;

            var (with, without) = (Plain + Other, All - Plain - Other);
            var information = Term(Plain, with, AllPlain) + Term(Other, with, AllOther)
                + Term(AllPlain - Plain, without, AllPlain) + Term(AllOther - Other, without, AllOther);
            return Plain * All >= with * AllPlain ? information : -information;
        }
    }

    /// <summary>The use of each row of <see cref="CodeRows"/>.</summary>
    public static IReadOnlyList<CodeUse> Of(IEnumerable<RecordedTask> past)
    {
        ArgumentNullException.ThrowIfNull(past);
        var sums = new double[2, CodeRows.Count];
        var all = new double[2];
        var rows = new HashSet<int>();
        foreach (var task in past.Where(task => task.Action.Kind != RecoveryActionKind.Acdc || task.ParametersGiven))
        {
            var side = task.Action is { Kind: RecoveryActionKind.Acdc, MemoryMb: null, Splitting: null } ? 0 : 1;
            all[side] += task.Weight;
            rows.Clear();
            foreach (var cell in task.Report.Matrix.Cells)
            {
                if (rows.Add(CodeRows.Of(cell.Code)))
                    sums[side, CodeRows.Of(cell.Code)] += task.Weight;
            }
        }

        return [.. Enumerable.Range(0, CodeRows.Count).Select(row => new CodeUse(sums[0, row], sums[1, row], all[0], all[1]))];
    }

    private double Term(double both, double code, double side) => both <= 0 ? 0 : both / All * Math.Log(both * All / (code * side));
}
