namespace WorkflowRecovery.Wr.Bench;

/// <summary>What is measured by itself.</summary>
internal enum BenchPart
{
    /// <summary>Import, training, latency, throughput and memory, on an instance of the bench's own.</summary>
    Pipeline,

    /// <summary>Networks, views, scoring and explanations, without any server.</summary>
    Learning,

    /// <summary>Whole trainings on histories that grow, without any server.</summary>
    Tournament,

    /// <summary>The active models changed again and again while events come, on an instance of the bench's own.</summary>
    Swap,

    /// <summary>The console's page of a workflow, on an instance of the bench's own.</summary>
    WorkflowPage,

    /// <summary>The console's <c>actionshistory</c>, on an instance of the bench's own.</summary>
    ActionsHistory,

    /// <summary>The console's queue, on an instance of the bench's own.</summary>
    Queue,
}
