using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

/// <summary>Matrices in few words.</summary>
internal static class Cells
{
    public const string Hostile = "T2_<script>alert('x')</script>\"&\u202e";

    public static SiteErrorMatrix Of(params (int Code, string Site, Readiness Readiness, long Count)[] cells) =>
        SiteErrorMatrix.Of(cells.Select(cell => new MatrixCell(cell.Code, cell.Site, cell.Readiness, cell.Count)));

    /// <summary>A memory problem at a good site, a file problem at two bad ones, and lost work.</summary>
    public static SiteErrorMatrix Usual { get; } = Of(
        (50660, "T1_US_FNAL", Readiness.Green, 1200),
        (50660, "T2_CH_CERN", Readiness.Green, 7),
        (8021, "T2_US_MIT", Readiness.Yellow, 30),
        (8021, "T1_IT_CNAF", Readiness.Red, 2),
        (-1, "T1_US_FNAL_Disk", Readiness.None, 1));

    public static SiteErrorMatrix Wide(int sites, int codes = 1) => SiteErrorMatrix.Of(
        from site in Enumerable.Range(0, sites)
        from code in Enumerable.Range(0, codes)
        select new MatrixCell(100 + code, $"T2_XX_{site:000}", site % 2 == 0 ? Readiness.Green : Readiness.Red, sites - site));
}
