using System.Globalization;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>One line of the kernel's process table.</summary>
internal sealed record ProcEntry(int Pid, char State, int Parent, int Session, int Threads, long StartTime)
{
    // Where the first thread is over and others are not yet, the process still holds its files and ports.
    public bool IsOver => State is 'X' || (State is 'Z' && Threads <= 1);
}

/// <summary>The process table as proc(5) shows it.</summary>
internal static class ProcTable
{
    public static ProcEntry? Read(int pid)
    {
        try
        {
            return Parse(pid, File.ReadAllText($"/proc/{pid}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IReadOnlyList<ProcEntry> All() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => name is not null && name.All(char.IsAsciiDigit))
            .Select(name => Read(int.Parse(name!, CultureInfo.InvariantCulture)))
            .OfType<ProcEntry>()
    ];

    /// <summary>The processes below one, and those of its session: all that it started and that did not leave it.</summary>
    public static IReadOnlyList<ProcEntry> Family(int pid)
    {
        var all = All();
        var family = all.Where(entry => entry.Session == pid && entry.Pid != pid).ToHashSet();
        var parents = new HashSet<int>(family.Select(entry => entry.Pid)) { pid };
        while (all.Where(entry => parents.Contains(entry.Parent) && entry.Pid != pid).Where(family.Add).ToList() is { Count: > 0 } found)
            parents.UnionWith(found.Select(entry => entry.Pid));
        return [.. family];
    }

    /// <summary>Whether a process has a folder as its working folder.</summary>
    public static bool WorksIn(string folder) => All().Any(entry => !entry.IsOver && WorkingFolder(entry.Pid) == folder);

    private static string? WorkingFolder(int pid)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ProcEntry Parse(int pid, string line)
    {
        // The name stands in parentheses and may itself hold blanks and parentheses: fields count from the last one.
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcEntry(pid, fields[0][0], Number(fields[1]), Number(fields[3]), Number(fields[17]), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
