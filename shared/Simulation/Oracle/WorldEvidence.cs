namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>What is seen of all tasks of a workflow, in one world.</summary>
internal sealed class WorldEvidence
{
    private static readonly (bool Memory, bool Splitting)[] Parameters = [(false, false), (true, false), (false, true), (true, true)];

    private readonly SharedCodes _codes;
    private readonly double[][][] _byTask;
    private readonly double _sites;

    /// <param name="tasks">The tasks.</param>
    /// <param name="world">The world.</param>
    /// <param name="sites">How much more probable the sites are in it than as ever.</param>
    public WorldEvidence(IReadOnlyList<SimulatedTask> tasks, World world, double sites)
    {
        _sites = sites;
        _codes = new(tasks.SelectMany(TaskEvidence.CodesOf).Distinct(), world);
        _byTask = [.. tasks
            .Select(task => new TaskEvidence(task))
            .Select(task => Parameters.Select(of => task.Of(_codes, world, of.Memory, of.Splitting)).ToArray())];
    }

    /// <summary>The probability of a hypothesis with all that is seen, and of each task's parameters with it.</summary>
    public (double All, double[][] ByTask) Weigh(Hypothesis hypothesis)
    {
        var (all, byTask) = (0.0, _byTask.Select(_ => new double[Parameters.Length]).ToArray());
        var shares = Enumerable.Range(0, _byTask.Length).Select(task => SharesOf(hypothesis, task)).ToArray();
        var sums = new double[_byTask.Length];
        for (var choice = 0; choice < _codes.Choices.Count; choice++)
        {
            var product = _sites * hypothesis.Prior * _codes.Choices[choice].Probability;
            for (var task = 0; task < sums.Length; task++)
                product *= sums[task] = Sum(task, shares[task], choice);
            if (product == 0)
                continue;

            all += product;
            for (var task = 0; task < sums.Length; task++)
            {
                for (var of = 0; of < Parameters.Length; of++)
                    byTask[task][of] += product / sums[task] * shares[task][of] * _byTask[task][of][choice];
            }
        }

        return (all, byTask);
    }

    /// <summary>The probability of a hypothesis and of these parameters of the tasks with all that is seen.</summary>
    /// <param name="hypothesis">The hypothesis.</param>
    /// <param name="parameters">For each task the place of its parameters; null where they may be any.</param>
    public double Weigh(Hypothesis hypothesis, IReadOnlyList<int?> parameters)
    {
        var shares = parameters.Select((of, task) => SharesOf(hypothesis, task).Select((share, at) => of is null || of == at ? share : 0).ToArray()).ToArray();
        var sum = 0.0;
        for (var choice = 0; choice < _codes.Choices.Count; choice++)
        {
            var product = _codes.Choices[choice].Probability;
            for (var task = 0; task < shares.Length; task++)
                product *= Sum(task, shares[task], choice);
            sum += product;
        }

        return _sites * hypothesis.Prior * sum;
    }

    private double Sum(int task, double[] shares, int choice)
    {
        var sum = 0.0;
        for (var of = 0; of < shares.Length; of++)
            sum += shares[of] * _byTask[task][of][choice];
        return sum;
    }

    private double[] SharesOf(Hypothesis hypothesis, int task)
    {
        var given = task > 0 && _byTask.Length > 1 ? 1 - (Actions.IntentSimulation.PartlyShare / 2) : 1;
        return [.. Parameters.Select(of => hypothesis.ShareOf(of.Memory, of.Splitting, given))];
    }
}
