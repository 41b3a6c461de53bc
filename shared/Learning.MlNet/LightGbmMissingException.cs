namespace WorkflowRecovery.Learning.MlNet;

/// <summary>LightGBM's library, which its package brings for some processors only, cannot be loaded here.</summary>
/// <param name="inner">Why not.</param>
public sealed class LightGbmMissingException(Exception inner)
    : Exception("LightGBM's library cannot be loaded on this machine (it is there for x64, and asks for libgomp1)", inner);
