using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Requests;

/// <summary>The failing tasks of a workflow: about 2.8 of them, nested as their chain is.</summary>
internal static class TaskChains
{
    private static readonly Weighted<int> Counts = new(
        [(1, 20), (2, 33), (3, 19), (4, 11.5), (5, 7), (6, 4), (7, 2.5), (8, 1.7), (9, 1.3)]);

    private static readonly string[] Outputs = ["RECO", "AOD", "MINIAOD", "DQMIO", "ALCARECO", "SKIM", "NANOEDMAOD", "RAWRECO"];

    public static IReadOnlyList<TaskName> Production(SeededRandom random, string prepId, string nextPrepId)
    {
        var tasks = new List<TaskName>();
        var (path, step, merged) = (prepId + "_0", prepId + "_0", false);
        tasks.Add(new(path, "Production"));
        for (var count = Counts.Draw(random); tasks.Count < count;)
        {
            merged = !merged && random.Chance(0.35);
            step = merged ? step + "MergeAODSIMoutput" : $"{nextPrepId}_{tasks.Count - 1}";
            path = $"{path}/{step}";
            tasks.Add(new(path, merged ? "Merge" : "Processing"));
        }

        return tasks;
    }

    public static IReadOnlyList<TaskName> Reprocessing(SeededRandom random) =>
    [
        new("DataProcessing", "Processing"),
        .. Outputs.Take(Counts.Draw(random) - 1)
            .Select(output => new TaskName($"DataProcessing/DataProcessingMerge{output}output", "Merge")),
    ];
}
