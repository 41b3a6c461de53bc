using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>What a code means, for a person.</summary>
internal static class CodeMeaning
{
    private const string Unknown = "Not documented";

    public static string Of(int code) => ErrorCatalogue.Find(code)?.Description ?? Unknown;
}
