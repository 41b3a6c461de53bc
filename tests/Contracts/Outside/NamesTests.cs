using System.Reflection;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Contracts.Tests.Outside;

/// <summary>Others rely on these names; a change here is a change of the contract.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Exchanges_queue_and_headers_have_these_names() => Assert.Equal(
        [
            ("ContentType", "application/json"),
            ("IntakeExchange", "workflow-recovery.intake"),
            ("RecommendationsExchange", "workflow-recovery.recommendations"),
            ("RejectEndpoint", "reject-endpoint"),
            ("RejectExchange", "reject-exchange"),
            ("RejectReason", "reject-reason"),
            ("RejectRoutingKey", "reject-routing-key"),
            ("RejectedQueue", "workflow-recovery.rejected"),
            ("TraceParent", "traceparent"),
        ],
        Constants(typeof(Names)));

    [Fact]
    public void Messages_come_in_under_these_routing_keys() => Assert.Equal(
        [
            ("ActionOutcome", "action.outcome"),
            ("ActionRecorded", "action.recorded"),
            ("ActionTaken", "action.taken"),
            ("SiteStatus", "site.status"),
            ("WorkflowAssistance", "workflow.assistance"),
            ("WorkflowLeft", "workflow.left"),
        ],
        Constants(typeof(RoutingKeys)));

    [Fact]
    public void A_type_property_bears_one_of_these_names() => Assert.Equal(
        [
            "OperatorActionRecorded", "RecoveryActionTaken", "RecoveryOutcomeReported", "RecoveryRecommended",
            "SiteStatusChanged", "WorkflowAssistanceRequested", "WorkflowLeftAssistance",
        ],
        typeof(Names).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Names).Namespace && type.IsPublic && type is { IsAbstract: false })
            .Select(type => type.Name)
            .Except([nameof(ErrorRow), nameof(LogExcerpt), nameof(SiteChoice), nameof(Alternative), nameof(Reason), nameof(ModelReference)])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Fields_with_a_closed_choice_hold_these_words()
    {
        Assert.Equal(["green", "yellow", "red", "none"], Words.Readiness);
        Assert.Equal(["enabled", "drain", "disabled", "test"], Words.SiteStatus);
        Assert.Equal(["acdc", "clone", "recovery", "by-pass", "force-complete", "on-hold"], Words.Action);
        Assert.Equal(["2x", "3x", "10x", "20x", "50x", "100x", "200x", "max"], Words.Splitting);
        Assert.Equal(["enabled", "disabled"], Words.Switch);
        Assert.Equal(["claimed", "done", "refused", "failed"], Words.Result);
        Assert.Equal(["automatic", "review", "approved", "abstained", "withdrawn"], Words.Disposition);
        Assert.Equal(["task", "workflow"], Words.Scope);
        Assert.Equal(["auto", "manual", "ban"], Words.SiteMode);
    }

    [Fact]
    public void A_message_may_hold_this_much()
    {
        Assert.Equal(4_194_304, Limits.BodyBytes);
        Assert.Equal(100_000, Limits.ErrorRows);
        Assert.Equal(1_000_000_000, Limits.Count);
        Assert.Equal(512, Limits.NameCharacters);
        Assert.Equal(TimeSpan.FromHours(24), Limits.Ahead);
    }

    private static IEnumerable<(string Name, string Value)> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (field.Name, (string)field.GetRawConstantValue()!))
        .OrderBy(constant => constant.Name, StringComparer.Ordinal);
}
