namespace WorkflowRecovery.Servers.Processes;

/// <summary>What is to be started as a process of its own session, with its output in a file.</summary>
/// <param name="Name">Name in the ledger; letters, digits and hyphens.</param>
/// <param name="Ledger">Where the process is written down before it begins its work.</param>
/// <param name="LogFile">File that takes standard output and standard error; appended to.</param>
/// <param name="Command">Program and arguments.</param>
public sealed record Launch(string Name, ProcessLedger Ledger, string LogFile, IReadOnlyList<string> Command)
{
    /// <summary>Variables to set, or to remove where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Folder the process works in.</summary>
    public string WorkingFolder { get; init; } = "/";
}
