namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>What happens with a recommendation.</summary>
internal static class DispositionText
{
    public static string Of(string disposition) => disposition switch
    {
        "automatic" => "Published for execution without an operator.",
        "review" => "Waits for an operator; nothing is done until somebody answers.",
        "approved" => "Ordered by an operator and published for execution.",
        "abstained" => "Nothing is recommended; what was weighed stands below.",
        "withdrawn" => "Taken back: nothing is to be done any more.",
        _ => "",
    };
}
