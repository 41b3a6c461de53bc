using System.Text;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>An event of a file, in the bytes that are published, so that the intake judges what stands there.</summary>
/// <param name="MessageId">Its message id.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="RecommendationId">The id that its recommendation will have; null when it cannot be read.</param>
internal sealed record SentEvent(Guid MessageId, byte[] Body, Guid? RecommendationId)
{
    /// <summary>The events of a file: one object, or a list.</summary>
    /// <exception cref="ServerException">The file is not JSON.</exception>
    public static IReadOnlyList<SentEvent> In(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Of)]
                : [Of(document.RootElement)];
        }
        catch (JsonException problem)
        {
            throw new ServerException($"The file is not JSON: {problem.Message}");
        }
    }

    private static SentEvent Of(JsonElement element)
    {
        var body = Encoding.UTF8.GetBytes(element.GetRawText());
        return new SentEvent(Guid.NewGuid(), body, IdOf(body));
    }

    private static Guid? IdOf(byte[] body)
    {
        try
        {
            var reported = WireJson.Read<WorkflowAssistanceRequested>(body);
            return EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
