using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>
/// Puts into simulated workflows what operators kill and clone: always for one in eight, and from some day on for more than
/// every third beside them, by another code. Few thousand records hold too few clones of their own for a habit to be learned.
/// </summary>
internal static class Troubles
{
    /// <summary>The code of the trouble that was always there.</summary>
    private const int Known = 71305;

    /// <summary>The code of the trouble that comes; until then it is met now and then, and recovered.</summary>
    public const int Coming = 8001;

    private const int KnownPercent = 12;
    private const int ComingPercent = 35;

    public static SimulatedTask Put(SimulatedTask task, DateTimeOffset comingAt) => PercentileOf(task.Workflow) switch
    {
        < KnownPercent => Troubled(task, Known),
        < KnownPercent + ComingPercent when task.ReportedAt >= comingAt => Troubled(task, Coming),
        _ => task,
    };

    private static SimulatedTask Troubled(SimulatedTask task, int code)
    {
        var site = task.Matrix.Cells.Select(cell => cell.Site).FirstOrDefault(site => SiteCatalogue.Of(site).Kind == SiteKind.Compute) ?? "T2_US_MIT";
        return task with
        {
            Matrix = SiteErrorMatrix.Of([.. task.Matrix.Cells, new(code, site, Readiness.Green, 4 * Math.Max(10, task.Matrix.TotalErrors))]),
            Action = new RecoveryAction(RecoveryActionKind.Clone),
            WholeWorkflow = true,
            ParametersGiven = true,
        };
    }

    /// <summary>0 to 99, the same for all tasks of a workflow.</summary>
    private static uint PercentileOf(string workflow) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(workflow))) % 100;
}
