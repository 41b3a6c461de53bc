using WorkflowRecovery.Learning.Approaches;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Runs experiments with every seed, as many at once as there are processors, each on one of them.</summary>
internal sealed class StudyRun(TaskSet set, TimeLeft left)
{
    /// <summary>What came of them, in the order of the experiments, then of the seeds.</summary>
    public async Task<IReadOnlyList<Outcome>> RunAsync(IReadOnlyList<Experiment> experiments, int seeds, CancellationToken cancellation)
    {
        var work = experiments.SelectMany(experiment => Enumerable.Range(1, seeds).Select(seed => (experiment, seed))).ToList();
        var outcomes = new Outcome[work.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, work.Count, options, async (at, stop) =>
        {
            // A long computation leaves no thread to the progress when it runs on the caller's.
            await Task.Yield();
            var (experiment, seed) = work[at];
            outcomes[at] = ExperimentRun.Of(experiment, set, seed, stop);
            left.Done(experiment.Cost, $"row {experiment.Row}: {experiment.Name}, {StudySplits.NameOf(experiment.Split)}");
        });
        return outcomes;
    }
}
