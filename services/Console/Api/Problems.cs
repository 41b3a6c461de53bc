using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Orders;

namespace WorkflowRecovery.Console.Api;

/// <summary>What is wrong, as problem details with the names of the fields.</summary>
internal static class Problems
{
    private const string Errors = "errors";

    public static ProblemHttpResult NotFound(string text) => TypedResults.Problem(text, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Conflict(string text) => TypedResults.Problem(text, statusCode: StatusCodes.Status409Conflict);

    /// <summary>A conflict where the cases stand otherwise than was seen; else the fields are wrong.</summary>
    public static ProblemHttpResult Of(IReadOnlyList<Objection> objections)
    {
        var isConflict = objections.All(objection => objection.Field == "case");
        return TypedResults.Problem(
            isConflict ? "The cases have changed since they were looked at." : "The order cannot be accepted.",
            statusCode: isConflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [Errors] = objections.GroupBy(objection => objection.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Select(Text).ToArray()),
            });
    }

    /// <param name="field">The field that is wrong.</param>
    /// <param name="text">What is wrong with it.</param>
    public static ProblemHttpResult OfField(string field, string text) => TypedResults.Problem(
        text, statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { [Errors] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [text] } });

    private static string Text(Objection objection) => objection.EventId is { } id ? $"{id}: {objection.Text}" : objection.Text;
}
