namespace WorkflowRecovery.Console.Models;

/// <summary>What no policy can allow; the scorer's guards keep it.</summary>
internal static class ModelLimits
{
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Only an ACDC can be automatic: a clone, a by-pass, a force-complete or an on-hold is always an operator's.",
        "Nothing is automatic where the models cannot rule out all plans but one, where a code or a site is new to them, or where anything drifts.",
        "Nothing is automatic for a report older than 48 hours, or where something was ordered or taken for the task within 48 hours.",
        "A blinded case shows what the models thought only after an operator has answered it.",
    ];
}
