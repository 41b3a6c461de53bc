using System.IO.Compression;
using System.Text;
using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Tests.Matrices;

namespace WorkflowRecovery.Domain.Tests.History;

public class WritingTests
{
    private static readonly Gen<RecoveryAction> Action =
        from kind in Gen.Enum<RecoveryActionKind>()
        from memory in OneOf.These<int?>(null, 1, 2_000, 20_480, 200_000)
        from splitting in OneOf.These<string?>([null, .. SplittingNames.All])
        from switches in Gen.Select(OneOf.These<bool?>(null, true, false), OneOf.These<bool?>(null, true, false))
        from cores in OneOf.These<int?>(null, 1, 8)
        from sites in OneOf.These("T2_CH_CERN", "T1_UK_RAL", "T2_XX_é\"<").Array[0, 3]
        select new RecoveryAction(kind)
        {
            MemoryMb = memory, Splitting = splitting, Xrootd = switches.Item1, Secondary = switches.Item2, Cores = cores, Sites = [.. sites.Distinct()],
        };

    private static readonly Gen<HistoryRecord> Record =
        from given in Gen.Bool
        from action in Action
        from matrix in AnyMatrix.GoodAndBad
        select new HistoryRecord
        {
            Task = "", Workflow = "", Matrix = matrix, Action = given ? action : new(action.Kind), ParametersGiven = given,
        };

    [Fact]
    public Task What_is_written_is_read_back() =>
        Record.Array[0, 8].SampleAsync(async drawn =>
        {
            var records = drawn.Select((record, index) => record with { Task = $"/wf{index}/t", Workflow = $"wf{index}" }).ToList();
            var entries = await Files.ReadAsync(new MemoryStream(await WriteAsync(records)));
            Assert.All(entries, entry => Assert.Empty(entry.Notes));
            Assert.Equal(records, entries.Select(entry => entry.Record));
        });

    [Fact]
    public async Task What_is_read_and_written_again_has_the_same_bytes()
    {
        var bytes = await WriteAsync([await RecordAsync()]);
        var again = (await Files.ReadAsync(new MemoryStream(bytes))).Select(entry => entry.Record!);
        Assert.Equal(bytes, await WriteAsync(again));
        Assert.Equal(
            $$$$$$"""{"{{{{{{Files.Task}}}}}}":{"parameters":{"action":"acdc","memory":"20000","splitting":"","xrootd":"","sites":["T2_CH_CERN"],"cores":"","secondary":""},"errors":{"good_sites":{"92":{"T2_CH_CERN":3}},"bad_sites":{"-1":{"T1_UK_RAL_Disk":1}}}}}""",
            Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_compressed_file_is_known_by_its_content(bool compressed)
    {
        var path = Path.GetTempFileName();
        try
        {
            var bytes = await WriteAsync([await RecordAsync()]);
            await File.WriteAllBytesAsync(path, compressed ? Compress(bytes) : bytes, TestContext.Current.CancellationToken);
            await using var stream = HistoryFile.OpenRead(path);
            Assert.NotNull(Assert.Single(await Files.ReadAsync(stream)).Record);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_damaged_compressed_file_ends_in_an_entry_that_says_so()
    {
        var compressed = Compress(await WriteAsync([await RecordAsync()]));
        compressed[10] |= 0b110; // the kind of the first block becomes one that does not exist
        await using var stream = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        var entry = Assert.Single(await Files.ReadAsync(stream));
        Assert.Contains("cannot be decompressed", entry.Skipped);
    }

    private static async Task<HistoryRecord> RecordAsync()
    {
        var entry = await Files.OnlyAsync(
            """{"errors":{"bad_sites":{"-1":{"T1_UK_RAL_Disk":0}},"good_sites":{"92":{"T2_CH_CERN":3}}},"parameters":{"sites":["T2_CH_CERN"],"memory":20000,"action":"acdc"}}""");
        return entry.Record!;
    }

    private static async Task<byte[]> WriteAsync(IEnumerable<HistoryRecord> records)
    {
        var stream = new MemoryStream();
        await using (var writer = new ActionsHistoryWriter(stream))
        {
            foreach (var record in records)
                await writer.WriteAsync(record, TestContext.Current.CancellationToken);
        }

        return stream.ToArray();
    }

    private static byte[] Compress(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);

        return stream.ToArray();
    }
}
