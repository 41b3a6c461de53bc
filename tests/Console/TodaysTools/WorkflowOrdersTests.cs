using System.Text.Json.Nodes;
using WorkflowRecovery.Console.TodaysTools;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

public sealed class WorkflowOrdersTests
{
    private const string Workflow = "pdmvserv_task_B2G-RunIISummer15wmLHEGS-01662__v1_T_180815_205402_6990";

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void A_workflow_is_told_only_when_all_its_tasks_are_answered()
    {
        var (answered, open) = (Ordered("acdc", "A"), Ordered("acdc", "B") with { IsAnswered = false, Order = null });
        var answeredElsewhere = open with { IsAnswered = true };

        Assert.Empty(WorkflowOrders.Of([answered, open], Now));
        Assert.Single(Assert.Single(WorkflowOrders.Of([answered, answeredElsewhere], Now)).Orders);
    }

    [Fact]
    public void What_is_done_or_has_expired_is_not_told_again()
    {
        var (first, second) = (Ordered("acdc", "A"), Ordered("acdc", "B"));

        Assert.Equal([second], Assert.Single(WorkflowOrders.Of([first with { IsDone = true }, second], Now)).Orders);
        Assert.Empty(WorkflowOrders.Of([first], Now.AddHours(2)));
    }

    [Fact]
    public void An_action_on_the_workflow_that_was_done_for_one_task_is_done_for_all()
    {
        var (first, second) = (Ordered("clone", "A"), Ordered("clone", "B"));

        Assert.Equal(2, Assert.Single(WorkflowOrders.Of([first, second], Now)).Orders.Count);
        Assert.Empty(WorkflowOrders.Of([first with { IsDone = true }, second], Now));
    }

    [Theory]
    [InlineData("recovery", "recovery")]
    [InlineData("force-complete", "force-complete")]
    [InlineData("acdc", "recovery")]
    [InlineData("acdc", "clone")]
    public void What_one_document_of_today_cannot_say_is_not_told(string one, string other) =>
        Assert.Empty(WorkflowOrders.Of([Ordered(one, "A"), Ordered(other, "B")], Now));

    [Fact]
    public void An_order_without_sites_to_run_at_is_not_told() =>
        Assert.Empty(WorkflowOrders.Of([Ordered("acdc", "A", order => order with { Sites = new() { Mode = "auto", List = [], Resolved = [] } })], Now));

    [Fact]
    public void What_is_not_set_is_not_there_and_memory_is_text()
    {
        var set = Ordered("acdc", "A/B", order => order with { MemoryMb = 16_000, Splitting = "10x", Xrootd = "enabled", Secondary = "disabled", Cores = 8 });

        var document = DocumentOf(set, Ordered("acdc", "C"));

        Assert.Equal("""{"A/B":{"memory":"16000","splitting":"10x","xrootd":"enabled","secondary":"disabled","cores":"8","sites":["T2_US_MIT"]},"C":{"sites":["T2_US_MIT"]}}""",
            document["Parameters"]!.ToJsonString());
        Assert.Equal("acdc", document["Action"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("by-pass")]
    [InlineData("on-hold")]
    public void Special_actions_are_called_special(string action)
    {
        var document = DocumentOf(Ordered(action, "A"), Ordered(action, "B"));

        Assert.Equal("special", document["Action"]!.GetValue<string>());
        Assert.Equal($$"""{"action":"{{action}}"}""", document["Parameters"]!.ToJsonString());
    }

    [Fact]
    public void A_clone_has_flat_parameters_without_sites() =>
        Assert.Equal("""{"memory":"9000"}""", DocumentOf(Ordered("clone", "A", order => order with { MemoryMb = 9_000 }))["Parameters"]!.ToJsonString());

    [Fact]
    public void Who_gave_it_and_why_is_told_as_far_as_known()
    {
        var recorded = new OperatorActionRecorded { Workflow = Workflow, RecordedAt = Now, Action = "acdc", Operator = "ada", Reasons = ["one", "two"] };

        var (automatic, ordered) = (DocumentOf(Ordered("acdc", "A")), DocumentOf(Ordered("acdc", "A") with { Recorded = recorded }));

        Assert.Equal(ActionDocument.Automatic, automatic["user"]!.GetValue<string>());
        Assert.Equal("""["Most failures are 85."]""", automatic["Reasons"]!.ToJsonString());
        Assert.Equal("ada", ordered["user"]!.GetValue<string>());
        Assert.Equal("""["one","two"]""", ordered["Reasons"]!.ToJsonString());
    }

    [Fact]
    public void Of_the_family_only_other_recoveries_are_named()
    {
        var recovery = Workflow.Replace("_task", "_ACDC0_task", StringComparison.Ordinal);
        var orders = Assert.Single(WorkflowOrders.Of([Ordered("acdc", "A")], Now));

        Assert.Equal($"""["{recovery}"]""", ActionDocument.Of(orders, [Workflow, recovery, Workflow + "1"])["ACDCs"]!.ToJsonString());
    }

    private static JsonObject DocumentOf(params StandingCase[] cases) => ActionDocument.Of(Assert.Single(WorkflowOrders.Of(cases, Now)), []);

    private static StandingCase Ordered(string action, string task, Func<RecoveryRecommended, RecoveryRecommended>? change = null)
    {
        var id = Guid.NewGuid();
        var kind = RecoveryActionNames.TryParse(action, out var known) ? known : throw new ArgumentOutOfRangeException(nameof(action));
        var order = new RecoveryRecommended
        {
            RecommendationId = id, Revision = 1, EffectKey = EffectKey.Of(id, Workflow, kind), Scope = EffectKey.ScopeOf(kind), Workflow = Workflow, Task = $"/{Workflow}/{task}",
            ReportedAt = Now.AddHours(-2), RecommendedAt = Now.AddHours(-1), ExpiresAt = Now.AddHours(1), Action = action, Disposition = "approved",
            Sites = new() { Mode = "auto", List = [], Resolved = ["T2_US_MIT"] }, Alternatives = [], Rules = [], PolicyVersion = "1", Models = [],
            Reasons = [new() { Feature = "85", Text = "Most failures are 85." }],
        };
        return new(id, Workflow, order.Task, null, IsAnswered: true, IsDone: false, change is null ? order : change(order), null);
    }
}
