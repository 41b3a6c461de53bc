namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>What a calibrated probability means.</summary>
internal static class ConfidenceText
{
    /// <summary>The probability, never rounded to certainty.</summary>
    public static string Percent(double probability) => probability switch
    {
        < 0.01 => "under 1 %",
        > 0.99 => "over 99 %",
        _ => $"{Math.Round(100 * probability)} %",
    };

    /// <summary>The same as a count of cases.</summary>
    public static string Of(double probability)
    {
        var cases = probability switch
        {
            < 0.01 => "fewer than 1",
            > 0.99 => "more than 99",
            _ => $"about {Math.Round(100 * probability)}",
        };
        return $"Of 100 cases with this confidence, operators order exactly this in {cases}.";
    }
}
