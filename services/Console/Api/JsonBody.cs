using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Api;

/// <summary>Reads bodies as strictly as messages are read, and says which field is wrong.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadAsync<T>(HttpRequest request) where T : class
    {
        if (!request.HasJsonContentType())
            return (null, TypedResults.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            if (JsonFaults.FirstIn(body.RootElement) is { } fault)
                return (null, Problems.OfField(fault.Path, fault.Text));
            return body.Deserialize<T>(WireJson.Options) is { } value ? (value, null) : (null, Problems.OfField("$", "The body is null."));
        }
        catch (JsonException wrong)
        {
            return (null, Problems.OfField(wrong.Path ?? "$", "This is missing, has the wrong type or is no JSON."));
        }
    }
}
