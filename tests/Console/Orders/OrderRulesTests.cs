using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using static WorkflowRecovery.Console.Tests.Orders.Ordering;

namespace WorkflowRecovery.Console.Tests.Orders;

public sealed class OrderRulesTests
{
    private const int PerCore = 2_500;

    private static readonly WorkflowAssistanceRequested Task = new()
    {
        Workflow = "w", Task = "/w/Production", ReportedAt = DateTimeOffset.UnixEpoch, MemoryMb = 4_000, Cores = 4,
        Errors = [new() { Code = 85, Site = "T2_XX_Nowhere", Count = 1 }],
    };

    private static readonly Dictionary<string, OrderedRecovery> Wrong = new()
    {
        ["an action that is none"] = Plain with { Action = "retry" },
        ["no memory"] = Plain with { MemoryMb = 0 },
        ["a splitting that is none"] = Plain with { Splitting = "4x" },
        ["a switch that is none"] = Plain with { Xrootd = "yes" },
        ["no cores"] = Plain with { Cores = 0 },
        ["memory for a by-pass"] = Plain with { Action = "by-pass", MemoryMb = 9_000 },
        ["sites for a clone"] = Plain with { Action = "clone", SiteMode = "ban", Sites = ["T2_US_MIT"] },
        ["remote read for a clone"] = Plain with { Action = "clone", Xrootd = "enabled" },
        ["cores for a clone"] = Plain with { Action = "clone", Cores = 8 },
        ["sites for a by-pass"] = Plain with { Action = "by-pass", SiteMode = "manual", Sites = ["T2_US_MIT"] },
        ["sites by a way that is none"] = Plain with { SiteMode = "all", Sites = ["T2_US_MIT"] },
        ["a white list without a site"] = Plain with { SiteMode = "manual" },
        ["a list with auto"] = Plain with { Sites = ["T2_US_MIT"] },
        ["an empty reason"] = Plain with { Reasons = [" "] },
        ["a reason with a control character"] = Plain with { Reasons = ["a\0b"] },
        ["a reason as programs give"] = Plain with { Reasons = ["AIEH rule 7"] },
    };

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongNames))]
    public void An_order_is_refused_for(string what) => Assert.Single(OrderRules.OfOrder(Wrong[what]));

    [Fact]
    public void A_plain_order_and_one_with_everything_are_accepted()
    {
        Assert.Empty(OfTask(Plain));
        Assert.Empty(OfTask(Plain with
        {
            MemoryMb = 10_000, Splitting = "max", Xrootd = "enabled", Secondary = "disabled", Cores = 8, SiteMode = "manual", Sites = ["T2_US_MIT", "T2_XX_Nowhere"],
        }));
    }

    [Theory]
    [InlineData("by-pass")]
    [InlineData("clone")]
    public void What_is_hidden_in_the_form_is_not_ordered(string action)
    {
        var draft = new OrderDraft { Action = action, Memory = "9000", Xrootd = "enabled", Cores = "8", SiteMode = "ban", Sites = "T2_US_MIT", Reasons = ["why"] };

        Assert.Empty(OrderRules.OfOrder(draft.ToOrder()));
        Assert.Equal(action == "clone" ? 9_000 : null, draft.ToOrder().MemoryMb);
    }

    [Theory]
    [InlineData(4_000, null, false, false)]
    [InlineData(4_001, null, false, true)]
    [InlineData(10_000, null, false, true)]
    [InlineData(10_001, null, false, false)]
    [InlineData(10_001, null, true, true)]
    [InlineData(4_000, null, true, false)]
    [InlineData(20_000, 8, false, true)]
    public void Memory_is_above_the_tasks_own_and_within_the_policy_except_for_experts(int memoryMb, int? cores, bool isExpert, bool accepted) =>
        Assert.Equal(accepted, OfTask(Plain with { MemoryMb = memoryMb, Cores = cores }, isExpert: isExpert).Count == 0);

    [Theory]
    [InlineData("EventBased", "TaskChain")]
    [InlineData("EventAwareLumiBased", "MonteCarlo")]
    public void Work_that_cannot_be_split_finer_is_not(string algorithm, string type)
    {
        var task = Task with { SplittingAlgorithm = algorithm, RequestType = type };

        Assert.Equal("splitting", Assert.Single(OfTask(Plain with { Splitting = "10x" }, task)).Field);
        Assert.Empty(OfTask(Plain, task));
    }

    [Theory]
    [InlineData("T1_ES_PIC_Disk")]
    [InlineData("NoReportedSite")]
    [InlineData("T2_ZZ_Unheard")]
    [InlineData("<script>")]
    public void Only_compute_sites_that_are_known_can_be_named(string site) =>
        Assert.Equal("sites", Assert.Single(OfTask(Plain with { SiteMode = "ban", Sites = [site] })).Field);

    private static List<Objection> OfTask(OrderedRecovery ordered, WorkflowAssistanceRequested? task = null, bool isExpert = false) =>
        [.. OrderRules.OfOrder(ordered), .. OrderRules.OfTask(ordered, task ?? Task, PerCore, isExpert)];
}
