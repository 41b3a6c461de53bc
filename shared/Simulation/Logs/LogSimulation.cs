using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Logs;

/// <summary>Log excerpts in the manner of the jobs' reports. They repeat what the code says and tell nothing about the action.</summary>
internal static class LogSimulation
{
    private static readonly string[] Modules =
        ["recoTracks_generalTracks__RECO", "recoPFCandidates_particleFlow__RECO", "edmHepMCProduct_generatorSmeared__SIM", "CkfTrackCandidates_initialStep__RECO"];

    public static IReadOnlyList<LogExcerpt> Of(string task, SiteErrorMatrix matrix)
    {
        var random = SeededRandom.For(0, task);
        return [.. matrix.Cells
            .Where(cell => cell.Code != SiteErrorMatrix.NotReported && random.Chance(FoundShare(cell.Code)))
            .Select(cell => new LogExcerpt { Code = cell.Code, Site = cell.Site, Text = Text(random, cell) })];
    }

    /// <summary>How often an archived log was found, by code (measured; 95 % over all).</summary>
    private static double FoundShare(int code) => code switch
    {
        0 or 50116 or 61202 or 99305 or (>= 71100 and < 71200) => 0,
        99303 => 0.71,
        84 => 0.8,
        >= 99400 and < 99410 => 0.9,
        _ => 0.98,
    };

    private static string Text(SeededRandom random, MatrixCell cell) => cell.Code switch
    {
        84 or 85 or 92 or 8020 or 8021 or 8028 => $"FileOpenError while opening /store/mc/{random.NextBits():X16}.root at {cell.Site}: {random.Pick(["no such file", "connection timed out", "operation expired", "basket could not be read"])}",
        50660 or 50661 or 8004 => $"Job exceeded its resident memory: maxPSS {random.Whole(2000, 21_000)} MB, terminated by the performance monitor",
        50664 or 71304 or 71305 => $"Job exceeded its wall clock time of {random.Whole(20, 48)} h, terminated by the performance monitor",
        99303 => $"No job report: the file Report.{random.Whole(0, 4)}.pkl does not exist",
        99109 => $"Stage-out failed at {cell.Site}: {random.Pick(["permission denied", "no space left", "transfer timed out"])}",
        11003 => $"Job extraction failed: the software area is not mounted at {cell.Site}",
        134 or 139 or 8001 or 8002 => $"A fatal system signal has occurred, current module {random.Pick(Modules)} event {random.Whole(1, 100_000)}",
        _ => $"CMSSW step ended with code {cell.Code} at {cell.Site} in module {random.Pick(Modules)}",
    };
}
