namespace WorkflowRecovery.Console.Orders;

/// <summary>What is at stake when something is done with a whole workflow.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Open">Its cases that the order would be about.</param>
/// <param name="Others">Its other cases: why nothing can be ordered for them.</param>
/// <param name="Family">Workflows of the same family that are or were in assistance, this one among them.</param>
public sealed record WorkflowStake(string Workflow, IReadOnlyList<OrderableCase> Open, IReadOnlyList<ClosedCase> Others, IReadOnlyList<FamilyMember> Family)
{
    /// <summary>Finished jobs in words, of the whole family: their output is lost with a clone.</summary>
    public string Lost => FamilyMember.Jobs(Family.Sum(member => member.FinishedJobs), Family.All(member => member.IsWhole));

    internal static WorkflowStake Of(string workflow, IReadOnlyList<OrderableCase> cases, IReadOnlyList<FamilyMember> family, DateTimeOffset now) => new(
        workflow,
        [.. cases.Where(one => one.IsOpen(now))],
        [.. cases.Where(one => !one.IsOver).Select(one => (one.Task, Why: CaseRules.WhyClosed(one, now))).Where(one => one.Why is not null)
            .Select(one => new ClosedCase(one.Task, one.Why!))],
        family);
}

/// <summary>A task that an action on its workflow is not ordered for.</summary>
/// <param name="Task">The task.</param>
/// <param name="Why">Why not.</param>
public sealed record ClosedCase(string Task, string Why);
