namespace WorkflowRecovery.Domain.Workflows;

/// <summary>Identity of an event: one task in one round of assistance.</summary>
public static class EventIdentity
{
    /// <summary>The id of an event and of its recommendation, whatever the models: from workflow, task and reportedAt alone.</summary>
    public static Guid Of(string workflow, string task, DateTimeOffset reportedAt) =>
        NameBasedGuid.Of("recommendation", workflow, task, reportedAt);
}
