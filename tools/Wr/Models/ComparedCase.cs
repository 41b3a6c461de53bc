using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Models;

/// <summary>A live task that two sets judged and an operator then answered.</summary>
/// <param name="Task">The task.</param>
/// <param name="Ordered">What the operator ordered.</param>
/// <param name="Active">All plans of the active set.</param>
/// <param name="Shadow">All plans of the other.</param>
internal sealed record ComparedCase(string Task, OperatorAnswer Ordered, IReadOnlyList<WeighedOrder> Active, IReadOnlyList<WeighedOrder> Shadow)
{
    /// <summary>The likeliest action with its memory bin, as the active set sees it.</summary>
    public string ActiveSays => WordsOf(OrderScores.Likeliest(Active));

    /// <summary>The same as the other sees it.</summary>
    public string ShadowSays => WordsOf(OrderScores.Likeliest(Shadow));

    /// <summary>What was ordered, in the same words.</summary>
    public string OrderedWords => WordsOf((Ordered.Action, Ordered.Memory));

    public bool Differs => ActiveSays != ShadowSays;

    private static string WordsOf((string Action, string Memory)? order) => order switch
    {
        null => "nothing",
        { Memory: "none" } plain => plain.Action,
        { } changed => $"{changed.Action} with memory {changed.Memory}",
    };
}
