using CsCheck;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>In whatever order statuses and observations arrive, one by one or all at once, the last matrix is the same.</summary>
public sealed class ArrivalOrderTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly string?[] Words = [null, "green", "yellow", "red", "none"];
    private static readonly string?[] Sources = [null, "SSB", "rucio", "ssb"];

    private static readonly Gen<History> Histories =
        from sites in Gen.Int[2, 3].Select(count => Enumerable.Range(0, count).Select(_ => Reports.NewSite()).ToArray())
        from observations in Observation(sites).Array[1, 3]
        from firstIsUndated in Gen.Bool
        from statuses in Status(sites).Array[0, 8]
        from repeats in Gen.Int[0, 100].Array[3]
        from shuffle in Gen.Int
        select History.Of(observations, firstIsUndated, statuses, repeats, shuffle);

    [Fact]
    public async Task One_by_one() => await Histories.SampleAsync(async history =>
    {
        foreach (var message in history.Messages)
            await StoreAsync(message);
        await RequireExpectedMatrixAsync(history);
    }, iter: 60, threads: 4);

    [Fact]
    public async Task All_at_once() => await Histories.SampleAsync(async history =>
    {
        await Task.WhenAll(history.Messages.Select(StoreAsync));
        await RequireExpectedMatrixAsync(history);
    }, iter: 60, threads: 2);

    private static Gen<ErrorRow[]> Observation(string[] sites) => (
        from code in OneOf.These(-1, 85, 50660)
        from site in OneOf.These(sites)
        from count in Gen.Long[0, 4]
        from own in Gen.Frequency((4, Gen.Const((string?)null)), (1, OneOf.These(Words)))
        select Reports.Error(code, site, count, own)).Array[1, 5];

    private static Gen<SiteStatusChanged> Status(string[] sites) =>
        from site in OneOf.These(sites)
        from seconds in Gen.Int[-2, 1]
        from source in OneOf.These(Sources)
        from readiness in OneOf.These(Words)
        from status in OneOf.These<string?>(null, "enabled", "drain")
        select Reports.Status(site, seconds, readiness, source, status);

    private Task StoreAsync(object message) => message switch
    {
        AssistanceAccepted accepted => stores.Matrices.StoreAsync(accepted, CancellationToken.None),
        SiteStatusChanged status => stores.Statuses.StoreAsync(status, CancellationToken.None),
        _ => throw new ArgumentException($"{message} is neither", nameof(message)),
    };

    private async Task RequireExpectedMatrixAsync(History history)
    {
        var matrices = await stores.MatricesOfAsync(history.EventId);

        Assert.Equal(Enumerable.Range(1, matrices.Count), matrices.Select(matrix => matrix.Revision));
        Assert.Equal(history.ExpectedMatrix(), MatrixEncoding.Decode(matrices[^1].Cells));
    }

    /// <summary>What arrives, in which order, and what it must come to.</summary>
    private sealed record History(AssistanceAccepted[] Observations, SiteStatusChanged[] Statuses, object[] Messages)
    {
        public Guid EventId => Observations[0].EventId;

        public static History Of(ErrorRow[][] observations, bool firstIsUndated, SiteStatusChanged[] statuses, int[] repeats, int shuffle)
        {
            var workflow = $"pdmvserv_{Guid.NewGuid():N}";
            var events = observations
                .Select((errors, at) => Reports.Event(workflow, at == 0 && firstIsUndated ? null : Reports.ReportedAt.AddMinutes(at + 1), errors))
                .ToArray();
            var distinct = statuses.DistinctBy(status => (status.Site, status.EffectiveAt, status.Source)).ToArray();
            var messages = events.Concat<object>(distinct).ToArray();
            messages = [.. messages, .. repeats.Select(at => messages[at % messages.Length])];
            new Random(shuffle).Shuffle(messages);
            return new(events, distinct, messages);
        }

        /// <summary>The contract in one breath: newest observation; publisher's reading, else greatest time, else greatest source.</summary>
        public SiteErrorMatrix ExpectedMatrix() => SiteErrorMatrix.Of(Observations[^1].Event.Errors.Select(row => new MatrixCell(
            row.Code, row.Site, (Readiness)ReadinessNames.All.ToList().IndexOf(row.Readiness ?? ReadinessOf(row.Site) ?? "none"), row.Count)));

        private string? ReadinessOf(string site) => Statuses
            .Where(status => status.Site == site && status.EffectiveAt <= Reports.ReportedAt && status.Readiness is not null)
            .OrderBy(status => status.EffectiveAt)
            .ThenBy(status => status.Source ?? "", StringComparer.Ordinal)
            .LastOrDefault()?.Readiness;
    }
}
