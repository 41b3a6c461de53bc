using System.Globalization;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>
/// The campaign. There is a new one every few weeks, so it has no column of its own: its name is hashed into one of a
/// fixed number of buckets, and the words in it that name a kind of work are flags, which hold for a new campaign too.
/// </summary>
internal sealed class CampaignColumns : IExtraColumns
{
    private const int Buckets = 32;
    private static readonly string[] Words = ["LHE", "GS", "DR", "Premix", "MiniAOD", "NanoAOD", "ReReco", "Phase", "UL", "HI"];

    public IReadOnlyList<string> Names { get; } =
    [
        "campaign/known",
        .. Words.Select(word => $"campaign/{word}"),
        .. Enumerable.Range(0, Buckets).Select(bucket => string.Create(CultureInfo.InvariantCulture, $"campaign/bucket-{bucket:D2}")),
    ];

    public void Write(TaskFacts facts, Span<float> values)
    {
        if ((facts.Task.Campaign ?? facts.Name.Campaign) is not { Length: > 0 } campaign)
            return;

        values[0] = 1;
        for (var word = 0; word < Words.Length; word++)
            values[1 + word] = Values.Flag(campaign.Contains(Words[word], StringComparison.Ordinal));

        values[1 + Words.Length + BucketOf(campaign)] = 1;
    }

    /// <summary>From the name alone, the same in every process and version.</summary>
    private static int BucketOf(string campaign)
    {
        Span<byte> id = stackalloc byte[16];
        NameBasedGuid.Of("campaign", campaign).TryWriteBytes(id, bigEndian: true, out _);
        return id[0] % Buckets;
    }
}
