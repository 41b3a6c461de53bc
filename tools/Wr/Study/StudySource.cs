using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Simulate;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Where the studied tasks come from.</summary>
/// <param name="Name">A file's name, or what was simulated.</param>
/// <param name="Tasks">The tasks, in the order of time.</param>
/// <param name="Tally">What came up while the records were read.</param>
internal sealed record StudySource(string Name, IReadOnlyList<RecordedTask> Tasks, HistoryTally Tally)
{
    private const int Simulated = 27_000;
    private const long SimulationSeed = 1;
    private const int Fewest = 1000;

    /// <summary>The simulated history that the tasks come from; null for recorded ones.</summary>
    public SimulatedHistory? History { get; init; }

    /// <exception cref="ServerException">The file holds too little.</exception>
    public static async Task<StudySource> ReadAsync(HistoryPaths? paths, IProgress<Step> progress, CancellationToken cancellation)
    {
        if (paths is not null)
            return await ReadAsync(Path.GetFileName(paths.History), paths, progress, cancellation);

        // Simulated records go through the same files as real ones.
        var folder = Directory.CreateTempSubdirectory("wr-study-");
        try
        {
            progress.Report(new Step(0, $"simulating {Simulated} records"));
            var written = new HistoryPaths(Path.Combine(folder.FullName, "history.json"), Path.Combine(folder.FullName, "extras.json"), Path.Combine(folder.FullName, "logs.json"));
            var history = SimulatedHistory.Of(new SimulationOptions { Records = Simulated, Seed = SimulationSeed });
            await SimulatedFiles.WriteAsync(history.Tasks, written, cancellation);
            return await ReadAsync($"{Simulated} simulated records, seed {SimulationSeed}", written, progress, cancellation) with { History = history };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>About as many tasks, whole families of them, drawn by a hash of their names so that all times stay in.</summary>
    public StudySource Sample(int tasks)
    {
        var share = (double)tasks / Tasks.Count;
        return share >= 1 ? this : this with { Tasks = [.. Tasks.Where(task => FamilyDraw.Of(task.Family, "sample") < share)] };
    }

    private static async Task<StudySource> ReadAsync(string name, HistoryPaths paths, IProgress<Step> progress, CancellationToken cancellation)
    {
        progress.Report(new Step(0, $"reading {Path.GetFileName(paths.History)}"));
        var source = new HistorySource(paths);
        var past = new List<PastTask>();
        await foreach (var task in source.ReadAsync(cancellation))
            past.Add(task);

        var tasks = StudyTasks.Of(past);
        if (tasks.Count >= Fewest)
            return new(name, tasks, source.Tally);

        var why = source.Tally.Skipped is [var first, ..] ? $" Of {source.Tally.SkippedCount} that could not be used, the first: {first.Reason}." : "";
        throw new ServerException($"{SafeText.Of(name)} holds {tasks.Count} usable records with errors: too few to study; {Fewest} are needed.{why}");
    }
}
