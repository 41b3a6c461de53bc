namespace WorkflowRecovery.Learning.Approaches;

/// <summary>The mean of what several approaches answer.</summary>
/// <param name="name">What it is, for people.</param>
/// <param name="members">The approaches, at least one.</param>
public sealed class EnsembleApproach(string name, IReadOnlyList<IApproach> members) : IApproach
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public string View => string.Join(" + ", members.Select(member => member.View).Distinct());

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default) =>
        new Learned([.. members.Select(member => member.Learn(lesson, cancellation))]);

    private sealed class Learned(IReadOnlyList<ILearned> members) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows)
        {
            var answers = members.Select(member => member.Answer(rows)).ToList();
            return [.. rows.Select((_, at) => MeanOf([.. answers.Select(answer => answer[at])]))];
        }

        public void Dispose()
        {
            foreach (var member in members)
                member.Dispose();
        }

        private static double[] MeanOf(double[][] answers) =>
            [.. Enumerable.Range(0, answers[0].Length).Select(@class => answers.Average(answer => answer[@class]))];
    }
}
