namespace WorkflowRecovery.Domain.Errors;

/// <summary>Codes that do not mean the same at all times or to all readers.</summary>
internal static class DatedMeanings
{
    public static string? For(int code) => code switch
    {
        71103 => "Meaning in the recorded actions of 2017-2019; newer agents exchanged 71103 and 71104.",
        71104 => "Meaning in the recorded actions of 2017-2019; newer agents exchanged 71104 and 71103.",
        73 => "As operators read it in 2017-2019; the agent's own table calls it a failure of the SCRAM runtime.",
        _ => null,
    };
}
