namespace WorkflowRecovery.Wr.Study;

/// <summary>How a rule, or the rules of one owner together, would have done on later tasks.</summary>
/// <param name="Name">The rule's name, or whose rules they are.</param>
/// <param name="Judged">Later tasks whose order is known in full.</param>
/// <param name="Fired">Those on which it fired.</param>
/// <param name="Ordered">Those for which it ordered something.</param>
/// <param name="Agreed">Of these, where the operator ordered the same action, memory bin and splitting bin.</param>
/// <param name="Plain">Of these, where the operator ordered a plain acdc, which is the constant answer.</param>
internal sealed record RuleScore(string Name, int Judged, int Fired, int Ordered, int Agreed, int Plain)
{
    public const string Agreement = "agreement where it orders";
    public const string FiredShare = "share of tasks it fires on";
    public const string OrderedShare = "share of tasks it orders for";

    private const string View = "matrix, logs, memory";
    private const string Question = "action, memory and splitting";

    /// <summary>How often it ordered what the operator did; null when it never ordered.</summary>
    public double? AgreementShare => Ordered == 0 ? null : (double)Agreed / Ordered;

    /// <summary>The same of the constant answer on the same tasks.</summary>
    public double? PlainShare => Ordered == 0 ? null : (double)Plain / Ordered;

    public IEnumerable<StudyRow> Rows() =>
    [
        Row(Agreement, AgreementShare, PlainShare, Ordered),
        Row(FiredShare, (double)Fired / Judged, null, Judged),
        Row(OrderedShare, (double)Ordered / Judged, null, Judged),
    ];

    private StudyRow Row(string metric, double? value, double? constant, int records) => new(
        0, $"rule: {Name}", View, Question, StudySplits.NameOf(SplitKind.Time), metric, Talk: null, value, Spread: null, constant, TrainSeconds: 0, records, Seeds: 1);
}
