using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Reading;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Rules;

/// <summary>
/// Reads the file of rules at start, where an unusable one ends the service, and again whenever its content changes, where an
/// unusable one leaves the rules in use as they are. The content is what is compared: a mounted file may change without its time.
/// </summary>
internal sealed partial class RuleWatch(ActiveRules active, IOptions<RuleOptions> options, TimeProvider clock, ILogger<RuleWatch> logger) : BackgroundService
{
    private static readonly Counter<long> Refused = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.rules.refused", "{file}", "Changed files of rules that could not be used");

    private readonly TimeSpan _poll = TimeSpan.FromSeconds(options.Value.PollSeconds);
    private byte[] _seen = [];
    private string _expired = "";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.File is { } file)
        {
            try
            {
                await ReadAsync(file, cancellationToken);
            }
            catch (Exception unusable) when (IsOfTheFile(unusable))
            {
                throw new InvalidOperationException($"Rules:File {file}: {unusable.Message}", unusable);
            }
        }

        Tell(active.Current);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(_poll, clock, stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>Takes up what changed since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (options.Value.File is { } file && await ReadAsync(file, cancellationToken))
                Tell(active.Current);
        }
        catch (Exception unusable) when (IsOfTheFile(unusable))
        {
            Refused.Add(1);
            LogRefused(options.Value.File!, unusable.Message);
        }

        TellExpired();
    }

    /// <summary>Whether another content was taken up. One that is refused is refused once.</summary>
    private async Task<bool> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file, cancellationToken);
        if (content.AsSpan().SequenceEqual(_seen))
            return false;

        _seen = content;
        active.Swap(RuleBook.Parse(content));
        return true;
    }

    private static bool IsOfTheFile(Exception unusable) => unusable is RulesRefusedException or IOException or UnauthorizedAccessException;

    private void Tell(RuleBook book)
    {
        LogTaken(book.Version, book.Rules.Count);
        TellExpired();
    }

    private void TellExpired()
    {
        var expired = string.Join(", ", active.Current.ExpiredAt(clock.GetUtcNow()).Select(rule => rule.Name));
        if (expired.Length > 0 && expired != _expired)
            LogExpired(expired);
        _expired = expired;
    }

    [LoggerMessage(20, LogLevel.Information, "Using rules version {Version}, {Count} of them")]
    private partial void LogTaken(string version, int count);

    [LoggerMessage(21, LogLevel.Error, "Refused the changed rules of {File}; those in use stay in use: {Problem}")]
    private partial void LogRefused(string file, string problem);

    [LoggerMessage(22, LogLevel.Warning, "These rules have expired and are off: {Expired}")]
    private partial void LogExpired(string expired);
}
