namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A way to learn what operators do.</summary>
public interface IApproach
{
    /// <summary>What it is, e.g. <c>network 4 x 50</c>.</summary>
    string Name { get; }

    /// <summary>The view or views it looks through.</summary>
    string View { get; }

    /// <summary>Learns.</summary>
    /// <param name="lesson">What to learn; both classes occur among its rows to train with.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ILearned Learn(Lesson lesson, CancellationToken cancellation = default);
}

/// <summary>What came of learning.</summary>
public interface ILearned : IDisposable
{
    /// <summary>Class probabilities of some rows of the lesson's set; each row sums to 1.</summary>
    double[][] Answer(IReadOnlyList<int> rows);
}
