namespace WorkflowRecovery.Servers.Packages;

/// <summary>Packages are missing and could not be installed; the message has the command that installs them.</summary>
/// <param name="message">What is missing and what to do.</param>
public sealed class MissingPackagesException(string message) : ServerException(message);
