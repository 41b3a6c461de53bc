using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Wr.Live;

/// <summary>A recommendation as a subscriber gets it.</summary>
/// <param name="MessageId">Its message id.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="At">When it came, as a reading of the stopwatch's clock.</param>
/// <param name="Said">What it says.</param>
internal sealed record HeardRecommendation(string MessageId, byte[] Body, long At, RecoveryRecommended Said);
