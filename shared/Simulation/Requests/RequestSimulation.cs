using System.Globalization;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Requests;

/// <summary>Makes the requests: names, campaigns, chains of tasks, and the recovery rounds of earlier ones.</summary>
internal sealed class RequestSimulation(SeededRandom random)
{
    private static readonly string[] Groups = ["B2G", "BPH", "BTV", "EGM", "EXO", "FSQ", "HIG", "HIN", "JME", "SMP", "SUS", "TAU", "TOP", "TRK"];
    private static readonly string[] People = ["fabozzi", "prebello", "cerminar", "amaltaro", "pgunnell"];
    private static readonly string[] Datasets = ["HIHardProbesPeripheral", "ZeroBias", "SingleMuon", "JetHT", "EGamma", "MET", "Charmonium", "DoubleMuon"];
    private readonly PriorityQueue<Request, (DateTimeOffset Due, string Workflow)> _rounds = new();

    /// <summary>The next request at a time: a due recovery round of an earlier one, or a new one.</summary>
    public Request At(DateTimeOffset time) =>
        _rounds.TryPeek(out _, out var next) && next.Due <= time ? Round(_rounds.Dequeue(), time)
        : random.Chance(0.09) ? Reprocessing(time)
        : Production(time);

    /// <summary>Three in ten recovered workflows need another round, of those of their tasks that failed again.</summary>
    public void Recovered(Request request, Resources resources)
    {
        if (!random.Chance(0.3))
            return;

        var again = request with { Inherited = resources };
        _rounds.Enqueue(again, (request.ReportedAt.AddDays(1.5 + random.Exponential(6)), request.Workflow));
    }

    private Request Round(Request origin, DateTimeOffset time)
    {
        var count = random.Chance(0.5) ? origin.Tasks.Count : random.Whole(1, origin.Tasks.Count + 1);
        var requestor = random.Chance(0.7) ? "vlimant" : "cmsunified";
        var body = origin.RequestType == "ReReco" ? origin.PrepId : $"task_{origin.PrepId}__v1_T";
        return origin with
        {
            Workflow = $"{requestor}_ACDC{origin.Attempt}_{body}_{Stamp(time)}",
            RequestType = "Resubmission",
            Priority = Math.Min(500_000, origin.Priority * 2),
            RequestedAt = time,
            ReportedAt = Reported(time),
            Tasks = [.. origin.Tasks.TakeLast(count)],
            Attempt = origin.Attempt + 1,
        };
    }

    private Request Production(DateTimeOffset time)
    {
        var campaign = new Weighted<CampaignFact>(CampaignFact.All
            .Where(fact => fact.First <= time && time < fact.Last)
            .DefaultIfEmpty(CampaignFact.All[0])
            .Select(fact => (fact, fact.Weight))).Draw(random);
        var prepId = PrepId(campaign.Name);
        return new()
        {
            Workflow = $"pdmvserv_task_{prepId}__v1_T_{Stamp(time)}",
            PrepId = prepId,
            Campaign = campaign.Name,
            RequestType = random.Chance(0.15) ? "MonteCarlo" : random.Chance(0.2) ? "StepChain" : "TaskChain",
            Priority = 1000L * random.Pick([63, 80, 85, 85, 90, 110]),
            RequestedAt = time,
            ReportedAt = Reported(time),
            Tasks = TaskChains.Production(random, prepId, PrepId(campaign.Next)),
        };
    }

    private Request Reprocessing(DateTimeOffset time)
    {
        var era = $"Run{time.UtcDateTime.Year - (time.Month < 6 ? 1 : 0)}{random.Pick(["A", "B", "C", "D", "E", "F", "G", "H"])}";
        var pass = time.AddDays(-random.Whole(1, 60)).ToString("ddMMMyyyy", CultureInfo.InvariantCulture);
        var prepId = $"{era}-v1-{random.Pick(Datasets)}-{pass}_{random.Whole(1000, 9999)}";
        return new()
        {
            Workflow = $"{random.Pick(People)}_{prepId}_{Stamp(time)}",
            PrepId = prepId,
            Campaign = era,
            RequestType = "ReReco",
            Priority = 1000L * random.Pick([90, 110, 300]),
            RequestedAt = time,
            ReportedAt = Reported(time),
            Tasks = TaskChains.Reprocessing(random),
        };
    }

    private string PrepId(string campaign) => $"{random.Pick(Groups)}-{campaign}-{random.Whole(1, 4000):D5}";

    private string Stamp(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyMMdd_HHmmss}_{random.Whole(1, 10_000)}");

    private DateTimeOffset Reported(DateTimeOffset time) =>
        time.AddSeconds((long)(86_400 * Math.Min(40, 0.5 + (4.5 * random.Spread(0.8)))));
}
