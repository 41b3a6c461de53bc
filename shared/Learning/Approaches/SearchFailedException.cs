namespace WorkflowRecovery.Learning.Approaches;

/// <summary>No trial of a search worked: at every setting that was tried, training ran away or nothing could be ranked.</summary>
/// <param name="search">What was searched, for people.</param>
public sealed class SearchFailedException(string search) : Exception($"no trial of {search} worked");
