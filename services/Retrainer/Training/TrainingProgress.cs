using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Trees;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>How far a training is: which target, and what share of all.</summary>
internal sealed class TrainingProgress
{
    private volatile string _stage = "reading examples";
    private double _done;

    public string Stage => _stage;

    /// <summary>0 to 1.</summary>
    public double Done => Volatile.Read(ref _done);

    public IProgress<TreeProgress> Of(Target target) => new Reporter(this, target, RecoveryTargets.All.ToList().IndexOf(target));

    private sealed class Reporter(TrainingProgress progress, Target target, int index) : IProgress<TreeProgress>
    {
        public void Report(TreeProgress value)
        {
            progress._stage = $"training {target.Name}";
            Volatile.Write(ref progress._done, (index + ((double)value.Round / value.Rounds)) / RecoveryTargets.All.Count);
        }
    }
}
