namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>A model as a training hands it to the registry.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Artifact">The stored model.</param>
/// <param name="Sha256">Of the artifact, lower-case hexadecimal.</param>
/// <param name="WindowFrom">Report of the earliest task that it learned from.</param>
/// <param name="WindowTo">Report of the latest.</param>
/// <param name="Examples">How many tasks it learned from.</param>
/// <param name="Seed">Seed of its draws.</param>
/// <param name="Metrics">JSON: how its twin did on later tasks that it had not seen.</param>
internal sealed record RegistryEntry(
    string Target, byte[] Artifact, string Sha256, DateTimeOffset WindowFrom, DateTimeOffset WindowTo, int Examples, int Seed, string Metrics);
