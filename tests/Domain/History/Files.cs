using System.Text;
using WorkflowRecovery.Domain.History;

namespace WorkflowRecovery.Domain.Tests.History;

/// <summary>Files of recorded actions held in memory.</summary>
internal static class Files
{
    public const string Task = "/pdmvserv_task_TOP-RunIIFall17wmLHEGS-00001__v1_T_180102_030405_6/TOP-RunIIFall17wmLHEGS-00001_0";

    public static Stream Of(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));

    public static Task<List<HistoryEntry>> ReadAsync(string json) => ReadAsync(Of(json));

    public static async Task<List<HistoryEntry>> ReadAsync(Stream stream)
    {
        var entries = new List<HistoryEntry>();
        await foreach (var entry in ActionsHistoryReader.ReadAsync(stream, TestContext.Current.CancellationToken))
            entries.Add(entry);

        return entries;
    }

    /// <summary>The one entry of a file whose only record has these contents.</summary>
    public static async Task<HistoryEntry> OnlyAsync(string record) =>
        Assert.Single(await ReadAsync($$"""{"{{Task}}":{{record}}}"""));

    /// <summary>The same for a record without errors.</summary>
    public static Task<HistoryEntry> WithParametersAsync(string parameters) =>
        OnlyAsync($$$$"""{"parameters":{{{{parameters}}}},"errors":{"good_sites":{},"bad_sites":{}}}""");
}

/// <summary>A stream that hands out a few bytes at a time, as a network or a decompressor may.</summary>
internal sealed class TricklingStream(byte[] bytes, int step) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
}
