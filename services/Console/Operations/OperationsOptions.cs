using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.Operations;

/// <summary>Section <c>Operations</c>: what the page of operations asks.</summary>
internal sealed class OperationsOptions
{
    /// <summary>Address of each service by its name, to ask how it is; a service without an address is not asked.</summary>
    public Dictionary<string, Uri> Services { get; set; } = [];

    /// <summary>Seconds until a service that does not answer counts as away.</summary>
    [Range(1, 30)]
    public int PatienceSeconds { get; set; } = 2;

    /// <summary>Dead letters of each queue that are listed at most.</summary>
    [Range(1, 1000)]
    public int MostLetters { get; set; } = 100;
}
