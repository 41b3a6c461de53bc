using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Errors;

/// <summary>Where a code's page is, and what the code means.</summary>
internal static class CodeAddress
{
    public static string Of(int code) => $"errors/{code}";

    public static string Meaning(int code) => ErrorCatalogue.Find(code)?.Description ?? "not in the catalogue";
}
