namespace WorkflowRecovery.Domain.Errors;

/// <summary>What an error is about.</summary>
public enum ErrorCategory : byte
{
    /// <summary>Memory.</summary>
    Memory = 0,

    /// <summary>Reading or writing files.</summary>
    File = 1,

    /// <summary>A limit on time.</summary>
    Time = 2,

    /// <summary>The site, its nodes, its software or its state.</summary>
    Site = 3,

    /// <summary>The program, the request or not known.</summary>
    Other = 4,
}

/// <summary>The short names of <see cref="ErrorCategory"/>: MEM, FILE, TIME, SITE, OTHER.</summary>
public static class ErrorCategoryNames
{
    /// <summary>All names, in the order of <see cref="ErrorCategory"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["MEM", "FILE", "TIME", "SITE", "OTHER"];

    /// <summary>The short name of a category.</summary>
    public static string ToName(this ErrorCategory category) => All[(int)category];
}
