namespace WorkflowRecovery.Servers;

/// <summary>A server or a service did not start, stop or answer as it should; the message says what to look at.</summary>
/// <param name="message">What happened, for the person at the terminal.</param>
public class ServerException(string message) : Exception(message);
