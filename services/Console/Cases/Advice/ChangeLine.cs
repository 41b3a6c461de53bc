using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>A parameter as it is now, and as it is proposed.</summary>
internal sealed record ChangeLine(string Name, string Now, string Proposed, bool IsChange)
{
    private const string Same = "as it is";
    private const string NotKnown = "not known";

    public static IReadOnlyList<ChangeLine> Of(WorkflowAssistanceRequested reported, RecoveryRecommended? said) =>
    [
        new("Memory of a job", reported.MemoryMb is { } memory ? $"{memory} MB" : NotKnown, MemoryOf(reported.MemoryMb, said?.MemoryMb), said?.MemoryMb is not null),
        new("Cores", $"{reported.Cores?.ToString() ?? NotKnown}", said?.Cores?.ToString() ?? Same, said?.Cores is not null),
        new("Splitting", reported.SplittingAlgorithm ?? NotKnown, said?.Splitting is { } splitting ? $"{splitting} finer" : Same, said?.Splitting is not null),
        new("Remote read of the input", NotKnown, said?.Xrootd ?? Same, said?.Xrootd is not null),
        new("Remote read of the secondary input", NotKnown, said?.Secondary ?? Same, said?.Secondary is not null),
    ];

    private static string MemoryOf(int? now, int? proposed) => (now, proposed) switch
    {
        (_, null) => Same,
        ( > 0, _) => FormattableString.Invariant($"{proposed} MB ({(double)proposed.Value / now.Value:0.#} times)"),
        _ => $"{proposed} MB",
    };
}
