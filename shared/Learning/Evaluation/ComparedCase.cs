namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>A live task that two sets of models judged and an operator then answered.</summary>
/// <param name="Task">The task.</param>
/// <param name="Action">Name of the action that was ordered.</param>
/// <param name="Memory">Memory bin of the order.</param>
/// <param name="SaysAll">False when the order holds the action alone though it could hold parameters: then nobody knows those.</param>
/// <param name="Active">All plans of the active set.</param>
/// <param name="Shadow">All plans of the other.</param>
public sealed record ComparedCase(
    string Task, string Action, string Memory, bool SaysAll, IReadOnlyList<WeighedOrder> Active, IReadOnlyList<WeighedOrder> Shadow)
{
    /// <summary>The likeliest action with its memory bin, as the active set sees it.</summary>
    public string ActiveSays => WordsOf(OrderScores.Likeliest(Active));

    /// <summary>The same as the other sees it.</summary>
    public string ShadowSays => WordsOf(OrderScores.Likeliest(Shadow));

    /// <summary>What was ordered, in the same words.</summary>
    public string Ordered => WordsOf((Action, Memory));

    /// <summary>Whether both say different things.</summary>
    public bool Differs => ActiveSays != ShadowSays;

    private static string WordsOf((string Action, string Memory)? order) => order switch
    {
        null => "nothing",
        { Memory: "none" } plain => plain.Action,
        { } changed => $"{changed.Action} with memory {changed.Memory}",
    };
}
