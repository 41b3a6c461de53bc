using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Reads a message of the outside and holds it against the contract. Pure: same bytes and time, same answer.</summary>
internal static class IntakeParser
{
    public static IntakeResult Parse(string routingKey, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (body.Length > Limits.BodyBytes)
            return new IntakeResult.Refused($"the body has {body.Length} bytes, more than {Limits.BodyBytes}");

        return routingKey switch
        {
            RoutingKeys.WorkflowAssistance => Read<WorkflowAssistanceRequested>(body, m => AssistanceRules.Check(m, now), AssistanceRules.Tidy),
            RoutingKeys.SiteStatus => Read<SiteStatusChanged>(body, m => MessageRules.Check(m, now), MessageRules.Tidy),
            RoutingKeys.ActionRecorded => Read<OperatorActionRecorded>(body, m => MessageRules.Check(m, now), MessageRules.Tidy),
            RoutingKeys.ActionTaken => Read<RecoveryActionTaken>(body, m => MessageRules.Check(m, now), m => m),
            RoutingKeys.ActionOutcome => Read<RecoveryOutcomeReported>(body, m => MessageRules.Check(m, now), m => m),
            RoutingKeys.WorkflowLeft => Read<WorkflowLeftAssistance>(body, m => MessageRules.Check(m, now), m => m),
            _ => new IntakeResult.Refused($"the routing key is {Excerpt.Of(routingKey)}, which no message of the contract has"),
        };
    }

    private static IntakeResult Read<T>(ReadOnlySpan<byte> body, Func<T, IEnumerable<string?>> check, Func<T, T> tidy) where T : class
    {
        try
        {
            var message = WireJson.Read<T>(body);
            return check(message).FirstOrDefault(broken => broken is not null) is { } reason
                ? new IntakeResult.Refused(reason)
                : new IntakeResult.Good(tidy(message));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new IntakeResult.Refused(UnreadableBody.Explain(unreadable, body));
        }
    }
}
