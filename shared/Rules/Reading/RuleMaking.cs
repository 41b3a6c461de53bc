using System.Collections.Frozen;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;
using WorkflowRecovery.Rules.Examples;
using WorkflowRecovery.Rules.Orders;

namespace WorkflowRecovery.Rules.Reading;

/// <summary>Makes a rule of what is written and was found good.</summary>
internal static class RuleMaking
{
    /// <summary>Any day will do for an example that names none, when the rule has no window.</summary>
    private static readonly DateOnly SomeDay = new(2019, 1, 1);

    public static Rule Of(WrittenRule written) => new()
    {
        Name = written.Name,
        State = (RuleState)IndexIn(RuleStateNames.All, written.State),
        Owner = written.Owner,
        Reason = written.Reason,
        Expires = Midnight(written.Expires),
        Priority = written.Priority,
        When = Conditions(written.When),
        Order = written.Order is { } order ? Order(order) : null,
        Examples = [.. written.Examples.Select(example => Example(example!, written.When))],
    };

    private static RuleConditions Conditions(WrittenConditions when) => new()
    {
        Failures = new()
        {
            Codes = when.Codes?.ToFrozenSet(),
            Categories = when.Categories?.Select(name => (ErrorCategory)IndexIn(ErrorCategoryNames.All, name)).ToFrozenSet(),
            Sites = Patterns(when.Sites),
        },
        ShareAbove = when.ShareAbove,
        Message = when.Message is { } pattern ? new(pattern) : null,
        Campaigns = Patterns(when.Campaigns),
        RequestTypes = when.RequestTypes?.Select(type => type!).ToFrozenSet(),
        NotRequestTypes = when.NotRequestTypes?.Select(type => type!).ToFrozenSet(),
        From = Midnight(when.From),
        Until = Midnight(when.Until),
        AttemptAtLeast = when.AttemptAtLeast,
        AttemptAtMost = when.AttemptAtMost,
    };

    private static RuleOrder Order(WrittenOrder order) => new(KindOf(order.Action))
    {
        Memory = order is { AddMemoryMb: null, MemoryLadderMbPerCore: null }
            ? null
            : new() { AddMb = order.AddMemoryMb, LadderMbPerCore = [.. order.MemoryLadderMbPerCore ?? []], MostMbPerCore = order.MostMemoryMbPerCore },
        Splitting = order.Splitting,
        Xrootd = SwitchOf(order.Xrootd),
    };

    private static RuleExample Example(WrittenExample example, WrittenConditions when) => new(
        Input(example.Task, Midnight(example.Task.ReportedOn ?? when.From ?? when.Until?.AddDays(-1) ?? SomeDay)!.Value),
        example.Fires,
        example.Orders is { } orders
            ? new(KindOf(orders.Action)) { MemoryMb = orders.MemoryMb, Splitting = orders.Splitting, Xrootd = SwitchOf(orders.Xrootd) }
            : null);

    private static RuleInput Input(WrittenTask task, DateTimeOffset at) => new()
    {
        Matrix = SiteErrorMatrix.Of(task.Errors.Select(error => new MatrixCell(error!.Code, SiteCatalogue.Normalize(error.Site), Readiness.None, error.Count))),
        ReportedAt = at,
        JudgedAt = at,
        Campaign = task.Campaign,
        RequestType = task.RequestType,
        MemoryMb = task.MemoryMb,
        Cores = task.Cores,
        Attempt = task.Attempt,
        Logs = [.. (task.Logs ?? []).Select(log => new TaskLog(log!.Code, log.Site, log.Text))],
    };

    private static IReadOnlyList<NamePattern>? Patterns(IReadOnlyList<string?>? texts) => texts is null ? null : [.. texts.Select(text => new NamePattern(text!))];

    private static RecoveryActionKind KindOf(string name) => (RecoveryActionKind)IndexIn(RecoveryActionNames.All, name);

    private static int IndexIn(IReadOnlyList<string> names, string? name) => names.Index().First(entry => entry.Item == name).Index;

    private static bool? SwitchOf(string? word) => word is null ? null : word == "enabled";

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } given ? new(given.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
