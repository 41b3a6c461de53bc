using WorkflowRecovery.Learning.Trees;

namespace WorkflowRecovery.Learning.Evidence;

/// <summary>The kinds of evidence that can be stored, by name.</summary>
public static class EvidenceKinds
{
    /// <summary>Gradient-boosted trees.</summary>
    public const string Trees = "trees";

    /// <summary>A logistic regression.</summary>
    public const string Linear = "linear";

    /// <summary>A network on the columns of a view.</summary>
    public const string Network = "network";

    /// <summary>Reads what <see cref="IEvidence.ToBytes"/> wrote.</summary>
    /// <param name="kind">One of the names.</param>
    /// <param name="bytes">The stored form.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="FormatException">The kind is not known, or the bytes are not of it or of another number of classes.</exception>
    /// <exception cref="XgboostMissingException">It is trees, and XGBoost is not installed.</exception>
    public static IEvidence Read(string kind, ReadOnlyMemory<byte> bytes, int classes)
    {
        IEvidence evidence = kind switch
        {
            Trees => TreesEvidence.Read(bytes.Span, classes),
            Linear => LinearEvidence.Read(bytes.Span),
            Network => NetworkEvidence.Read(bytes),
            _ => throw new FormatException($"'{kind}' is not a kind of model that this code can read"),
        };
        return evidence.Classes == classes ? evidence : throw new FormatException($"a model of {evidence.Classes} classes instead of {classes}");
    }
}
