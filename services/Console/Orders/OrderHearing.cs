using System.Security.Claims;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A request held against where its cases stand now.</summary>
/// <param name="Cases">Its cases, in the request's order.</param>
/// <param name="UnavailableSites">Sites drained or disabled now.</param>
/// <param name="Objections">What speaks against it.</param>
internal sealed record OrderHearing(IReadOnlyList<OrderableCase> Cases, IReadOnlyList<string> UnavailableSites, IReadOnlyList<Objection> Objections)
{
    public static async Task<OrderHearing> HearAsync(OrderReading reading, OrderRequest request, ClaimsPrincipal by, int mostCases, DateTimeOffset now)
    {
        Objection[] malformed = [.. OrderRules.OfOrder(request.Ordered)];
        if (malformed.Length > 0 || request.Cases.Count == 0 || request.Cases.Count > mostCases)
            return new([], [], [.. malformed, .. RequestRules.Of(request, [], [], mostCases).Where(objection => objection.Field == "cases")]);

        var found = (await reading.CasesAsync([.. request.Cases.Select(seen => seen.EventId)])).ToDictionary(known => known.EventId);
        OrderableCase[] cases = [.. request.Cases.Where(seen => found.ContainsKey(seen.EventId)).Select(seen => found[seen.EventId])];
        var open = cases.Length > 0 && RequestRules.IsOnWorkflow(request.Ordered.Action)
            ? (await reading.CasesOfAsync(cases[0].Workflow)).Where(one => one.IsOpen(now)).ToList()
            : [];
        var (unavailable, maxMemory) = (await reading.UnavailableSitesAsync(), await reading.MaxMemoryMbPerCoreAsync());
        return new(cases, unavailable,
        [
            .. request.Cases.SelectMany(seen => OfCase(found.GetValueOrDefault(seen.EventId), seen, request.Confirmed, now)),
            .. RequestRules.Of(request, cases, open, mostCases),
            .. cases.SelectMany(known => OfTask(known, request, unavailable, maxMemory, Person.Is(by, Role.Expert))),
        ]);
    }

    private static IEnumerable<Objection> OfCase(OrderableCase? known, CaseSeen seen, bool isConfirmed, DateTimeOffset now) =>
        CaseRules.WhyNot(known, seen.Revision, now) is { } why ? [new("case", why, seen.EventId)]
        : known is { IsTold: true } && !isConfirmed ? [new("confirmed", $"{CaseRules.MayStillBeDone} To order it again needs to be confirmed.", seen.EventId)]
        : [];

    private static IEnumerable<Objection> OfTask(OrderableCase known, OrderRequest request, IReadOnlyList<string> unavailable, int maxMemory, bool isExpert)
    {
        var nowhere = !RequestRules.IsOnWorkflow(request.Ordered.Action) && OrderMessages.Sites(known, request.Ordered, unavailable).Resolved.Count == 0;
        return OrderRules.OfTask(request.Ordered, known.Reported, maxMemory, isExpert)
            .Concat(nowhere ? [new Objection("sites", "No site is left to run at: choose others.")] : [])
            .Select(objection => objection with { EventId = known.EventId });
    }
}
