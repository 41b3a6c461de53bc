using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Rules.Shipped;
using WorkflowRecovery.Scorer.Rules;

namespace WorkflowRecovery.Scorer.Tests.Rules;

public sealed class RuleWatchTests : IDisposable
{
    private const string Blocks = "\"blocks\": true";

    private readonly string _file = Path.GetTempFileName();
    private readonly ActiveRules _active = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_file_the_rules_are_those_that_come_with_the_program()
    {
        using var watch = Watch(null);
        await watch.StartAsync(Cancellation);

        Assert.Same(ShippedRules.Book, _active.Current);
        await watch.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_ends_the_service_at_its_start()
    {
        await File.WriteAllTextAsync(_file, "{\"version\": \"1\", \"rule\": []}", Cancellation);
        using var watch = Watch(_file);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => watch.StartAsync(Cancellation));
        Assert.StartsWith($"Rules:File {_file}: the rules cannot be used: ", refused.Message, StringComparison.Ordinal);
        using var missing = Watch(_file + ".missing");
        await Assert.ThrowsAsync<InvalidOperationException>(() => missing.StartAsync(Cancellation));
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_and_one_that_cannot_be_used_is_not()
    {
        await WriteAsync("first");
        using var watch = Watch(_file);
        await watch.StartAsync(Cancellation);
        Assert.Equal("first", _active.Current.Rules[0].Name);

        await WriteAsync("second");
        await watch.LookAsync(Cancellation);
        Assert.Equal("second", _active.Current.Rules[0].Name);

        await File.WriteAllTextAsync(_file, "{", Cancellation);
        await watch.LookAsync(Cancellation);
        File.Delete(_file);
        await watch.LookAsync(Cancellation);
        Assert.Equal("second", _active.Current.Rules[0].Name);

        await WriteAsync("third");
        await watch.LookAsync(Cancellation);
        Assert.Equal("third", _active.Current.Rules[0].Name);
        await watch.StopAsync(Cancellation);
    }

    public void Dispose() => File.Delete(_file);

    private RuleWatch Watch(string? file) =>
        new(_active, Options.Create(new RuleOptions { File = file }), new FakeTimeProvider(DateTimeOffset.UnixEpoch), NullLogger<RuleWatch>.Instance);

    private Task WriteAsync(string name) => File.WriteAllBytesAsync(_file, Books.Bytes("decide", Blocks, "", name), Cancellation);
}
