using System.Runtime.InteropServices;

namespace WorkflowRecovery.Console.Queue;

/// <summary>One task in assistance, as the queue shows it.</summary>
public sealed record QueueCase
{
    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required int Revision { get; init; }
    public required int MatrixRevision { get; init; }
    public required string Disposition { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether what answered it was ordered in the console.</summary>
    public bool AnsweredHere { get; init; }

    /// <summary>The operator decides without hearing from us; then there is neither plan nor confidence.</summary>
    public bool Blinded { get; init; }

    /// <summary>What is recommended; null when nothing is.</summary>
    public QueuePlan? Plan { get; init; }

    /// <summary>Calibrated probability that an operator would order the plan.</summary>
    public double? Confidence { get; init; }

    /// <summary>Why nothing is recommended, or why an operator is asked.</summary>
    public string? Why { get; init; }

    public string? Campaign { get; init; }
    public string? RequestType { get; init; }
    public string? TaskType { get; init; }
    public string? Status { get; init; }
    public long? Priority { get; init; }
    public int? Attempt { get; init; }
    public long? TotalJobs { get; init; }

    /// <summary>As reported, else the errors of its matrix.</summary>
    public long FailedJobs { get; init; }

    /// <summary>Failed jobs by error code, most first.</summary>
    public IReadOnlyList<CodeCount> Codes { get; init; } = [];

    /// <summary>Sites with errors, those with most first.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>When it came in.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Whether an executor acts on what was recommended or ordered.</summary>
    public bool IsTaken { get; init; }

    /// <summary>What an operator ordered in the console, unless it was undone or refused; null when nothing was.</summary>
    public OrderMark? Order { get; init; }

    /// <summary>What an operator noted instead of ordering; null when nothing was.</summary>
    public NoteMark? Note { get; init; }

    /// <summary>The code of most failures.</summary>
    public int? MainCode => Codes.Count == 0 ? null : Codes[0].Code;

    /// <summary>The task without its workflow.</summary>
    public string TaskName => Task.Length > Workflow.Length + 2 && Task.StartsWith($"/{Workflow}/", StringComparison.Ordinal) ? Task[(Workflow.Length + 2)..] : Task;
}

/// <summary>Failed jobs of one error code.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CodeCount(int Code, long Count);

/// <summary>An action with its parameters; null parameters stay as they are.</summary>
/// <param name="Action">The action.</param>
/// <param name="MemoryMb">Memory for the whole job.</param>
/// <param name="Splitting">Finer splitting.</param>
/// <param name="Cores">Cores of a job.</param>
/// <param name="Xrootd">Remote read of the input.</param>
/// <param name="Secondary">Remote read of the secondary input.</param>
public sealed record QueuePlan(string Action, int? MemoryMb, string? Splitting, int? Cores, string? Xrootd, string? Secondary)
{
    /// <summary>Whether it acts on the whole workflow.</summary>
    public bool IsOfWorkflow => Action is "clone" or "by-pass" or "force-complete" or "on-hold";
}

/// <summary>An order of a case.</summary>
/// <param name="State">One of those that count.</param>
/// <param name="Action">What was ordered.</param>
/// <param name="By">Who ordered it.</param>
public sealed record OrderMark(string State, string Action, string By);

/// <summary>A note of a case: passed on to somebody, or waiting.</summary>
/// <param name="NoteId">The note.</param>
/// <param name="WaitUntil">Until when; null for an escalation.</param>
/// <param name="By">Who noted it.</param>
/// <param name="To">To whom it was passed on; null when it waits.</param>
public sealed record NoteMark(Guid NoteId, DateTimeOffset? WaitUntil, string By, string? To);
