using CsCheck;

namespace WorkflowRecovery.Rules.Tests;

/// <summary>A draw from values that are listed.</summary>
internal static class OneOf
{
    public static Gen<T> These<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
