using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Views;

/// <summary>Matrices and tasks of the tests of views.</summary>
internal static class Matrices
{
    private static readonly string[] Sites = ["T0_CH_CERN", "T1_US_FNAL", "T2_US_MIT", "T2_DE_DESY", "T3_US_OSG", "T2_XX_Nowhere", "T1_ES_PIC_Disk", "NoReportedSite", "what?"];

    private static readonly int[] Codes = [-1, 92, 73, 50660, 99303, 71104, 60999, 12345, int.MaxValue];

    public static readonly Gen<MatrixCell> AnyCell =
        from code in Gen.Int[0, Codes.Length - 1].Select(at => Codes[at])
        from site in Gen.Int[0, Sites.Length - 1].Select(at => Sites[at])
        from readiness in Gen.Enum<Readiness>()
        from count in Gen.Long[1, 20_000]
        select new MatrixCell(code, site, readiness, count);

    public static readonly Gen<SiteErrorMatrix> Any = AnyCell.Array[0, 12].Select(SiteErrorMatrix.Of);

    public static IMatrixView[] Views =>
    [
        new TierView(), new SummedView(), new SummedView(Scaling.Raw), new PlainTierView(), new PlainTierView(Scaling.Raw), new FullView(), new FullView(Scaling.Raw),
        new GroupedView(GroupWeighting.Sum), new GroupedView(GroupWeighting.Logs), new GroupedView(GroupWeighting.Sites),
        new ImageView(CodeSorting.ByCategory), new ImageView(CodeSorting.Shuffled(3), Scaling.Raw),
    ];

    public static MatrixCell Cell(int code, string site = "T2_US_MIT", long count = 1, Readiness readiness = Readiness.Green) => new(code, site, readiness, count);

    public static ReportedTask Task(string workflow, DateTimeOffset at, params MatrixCell[] cells) => Task(workflow, "Task", at, cells);

    public static ReportedTask Task(string workflow, string task, DateTimeOffset at, params MatrixCell[] cells) => new()
    {
        Workflow = workflow, Task = $"/{workflow}/{task}", ReportedAt = at, Matrix = SiteErrorMatrix.Of(cells),
    };

    public static RecordedTask Recorded(RecoveryAction action, params MatrixCell[] cells) =>
        new(Task("w", DateTimeOffset.UnixEpoch, cells), "w", action, ParametersGiven: true, 1);

    public static float Value(this ITaskView view, SparseVector vector, string column) =>
        vector[view.Columns.Index().Single(name => name.Item == column).Index];

    public static float Value(this IMatrixView view, SiteErrorMatrix matrix, string column) => view.Value(view.Of(matrix), column);

    public static float Value(this ITaskView view, ReportedTask task, string column) => view.Value(view.Of(task), column);

    /// <summary>The sums of a raw view after its columns are given other names.</summary>
    public static Dictionary<string, double> SumsBy(this IMatrixView view, SiteErrorMatrix matrix, Func<string, string> nameOf)
    {
        var vector = view.Of(matrix);
        return vector.Indices.Zip(vector.Values)
            .GroupBy(cell => nameOf(view.Columns[cell.First]))
            .ToDictionary(group => group.Key, group => group.Sum(cell => (double)cell.Second));
    }
}
