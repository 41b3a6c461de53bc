namespace WorkflowRecovery.Wr.Scores;

/// <summary>How often each action x memory bin was ordered in the past, by tasks whose order says all.</summary>
internal sealed class ActionRates
{
    private readonly Dictionary<(string Action, string Memory), double> _rates;

    private ActionRates(Dictionary<(string Action, string Memory), double> rates) => _rates = rates;

    public static ActionRates Of(IEnumerable<OperatorAnswer> past)
    {
        var counts = past.Where(answer => answer.SaysAll).CountBy(answer => (answer.Action, answer.Memory)).ToDictionary();
        var total = (double)counts.Values.Sum();
        return new ActionRates(counts.ToDictionary(count => count.Key, count => count.Value / total));
    }

    /// <summary>The rate; 0 for what was never ordered.</summary>
    public double Of(string action, string memory) => _rates.GetValueOrDefault((action, memory));
}
