namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>The bytes are not the model that was asked for, or not a model that this code can use; the message says which.</summary>
public sealed class ArtifactRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public ArtifactRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, with what was thrown while reading.</summary>
    public ArtifactRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
