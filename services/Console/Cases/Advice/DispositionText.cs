using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>What happens with a recommendation.</summary>
internal static class DispositionText
{
    /// <param name="disposition">The disposition.</param>
    /// <param name="answer">Who answered the case last; null while nobody has.</param>
    public static string Of(string disposition, GivenAnswer? answer) => disposition switch
    {
        "review" or "abstained" when answer is not null => $"An operator was asked, and {answer.Operator ?? "somebody"} answered on {Wording.Time(answer.RecordedAt)}.",
        "automatic" => "Published for execution without an operator.",
        "review" => "Waits for an operator; nothing is done until somebody answers.",
        "approved" => "Ordered by an operator and published for execution.",
        "abstained" => "Nothing is recommended; what was weighed stands below.",
        "withdrawn" => "Taken back: nothing is to be done any more.",
        _ => "",
    };
}
