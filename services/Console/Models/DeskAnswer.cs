namespace WorkflowRecovery.Console.Models;

/// <summary>What became of something that was asked for.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="Text">What there is to say.</param>
/// <param name="RequestId">By which an answer can be waited for; null when there is nothing to wait for.</param>
internal sealed record DeskAnswer(bool Done, string Text, Guid? RequestId = null);
