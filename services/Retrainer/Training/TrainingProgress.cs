using WorkflowRecovery.Learning.Tournaments;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>How far a training is: what it is at, and what share of all is done.</summary>
internal sealed class TrainingProgress : IProgress<TournamentProgress>
{
    private volatile string _stage = "reading examples";
    private double _done;

    public string Stage => _stage;

    /// <summary>0 to 1.</summary>
    public double Done => Volatile.Read(ref _done);

    public void Report(TournamentProgress value)
    {
        _stage = $"{value.Target}: {value.Stage}";
        Volatile.Write(ref _done, value.Done);
    }
}
