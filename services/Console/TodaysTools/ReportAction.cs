using System.Text.Json;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary><c>POST /reportaction</c>: an executor says which workflows it has done.</summary>
internal static class ReportAction
{
    private const int MostWorkflows = 10_000;

    public static async Task<IResult> AnswerAsync(HttpContext context, ToolAccess access, OrderReports reports)
    {
        // Whoever sent too many wrong keys, or a wrong one beside the body, is not listened to any further.
        var beside = access.KeyOf(context.Request);
        var isProven = beside is not null && await access.HasKeyAsync(context, beside);
        if (access.MustWait(context) || (beside is not null && !isProven))
            return TypedResults.Json(new ReportAnswer());

        using var body = await ReportBody.ReadAsync(context.Request, isProven, key => access.HasKeyAsync(context, key));
        var workflows = body is null ? null : WorkflowsOf(body.RootElement);
        var answer = new ReportAnswer
        {
            ValidKey = body is not null && (isProven || (KeyOf(body.RootElement) is { } key && await access.HasKeyAsync(context, key))),
            ValidFormat = workflows is not null,
        };
        if (answer.ValidKey && workflows is not null)
            answer = await reports.TakeAsync(workflows, context.RequestAborted);
        return TypedResults.Json(answer, statusCode: body is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static string? KeyOf(JsonElement body) => Member(body, "key") is { ValueKind: JsonValueKind.String } key ? TextOf(key) : null;

    private static List<string>? WorkflowsOf(JsonElement body)
    {
        if (Member(body, "workflows") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > MostWorkflows)
            return null;
        List<string?> names = [.. list.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String ? TextOf(name) : null)];
        return names.TrueForAll(name => name is not null) ? [.. names.OfType<string>()] : null;
    }

    private static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Null for what is no text that could be kept: half characters, NUL.</summary>
    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString() is { } value && !value.Contains('\0', StringComparison.Ordinal) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
