namespace WorkflowRecovery.Servers.Processes;

/// <summary>The end of a log, for messages about a process that did not do what it should.</summary>
public static class LogTail
{
    /// <summary>The last lines of a file with a heading, or a remark that there are none.</summary>
    /// <param name="file">Path of the log.</param>
    /// <param name="lines">How many lines at most.</param>
    public static string Of(string file, int lines = 20)
    {
        if (!File.Exists(file))
            return $" It wrote no log ({file}).";
        var tail = File.ReadLines(file).TakeLast(lines).ToList();
        return tail.Count == 0
            ? $" Its log is empty ({file})."
            : $" End of {file}:{Environment.NewLine}{string.Join(Environment.NewLine, tail)}";
    }
}
