namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What is entered into the registry for one target of a training.</summary>
/// <param name="Target">Name of the target; <c>plan</c> for how far the plans of the set can be trusted.</param>
/// <param name="Artifact">The stored model.</param>
/// <param name="Sha256">Of the artifact, lower-case hexadecimal.</param>
/// <param name="WindowFrom">Report of the earliest example.</param>
/// <param name="WindowTo">Report of the latest example.</param>
/// <param name="Examples">Number of examples.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Metrics">JSON: how its twin did on tasks that it had not seen.</param>
internal sealed record RegistryEntry(
    string Target, byte[] Artifact, string Sha256, DateTimeOffset WindowFrom, DateTimeOffset WindowTo, int Examples, int Seed, string Metrics);
