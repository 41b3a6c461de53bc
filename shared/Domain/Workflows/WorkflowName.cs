using System.Globalization;
using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Domain.Workflows;

/// <summary>
/// What the name of a workflow tells: <c>requestor_[recovery tag]request_YYMMDD_HHMMSS_digits</c>. A name of another
/// shape is its own family and tells nothing else.
/// </summary>
/// <param name="Name">The whole name.</param>
/// <param name="Family">
/// What rounds, clones and siblings of one request share, so that a split keeps them on one side: the PrepID, else the
/// request without requestor, recovery tag and time stamp, else the whole name.
/// </param>
public sealed partial record WorkflowName(string Name, string Family)
{
    /// <summary>Who submitted it.</summary>
    public string? Requestor { get; init; }

    /// <summary>The marks of recovery rounds with their separator, e.g. <c>ACDC1_</c> or <c>recovery-0-</c>.</summary>
    public string? RecoveryTag { get; init; }

    /// <summary>The number in the (first) recovery tag: <c>ACDC0_</c> is 0. Null without a tag or a number.</summary>
    public int? RecoveryRound { get; init; }

    /// <summary>The request string.</summary>
    public string? Request { get; init; }

    /// <summary>The time stamp in the name, read as UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The preparation id that the request holds: group-campaign-number.</summary>
    public string? PrepId { get; init; }

    /// <summary>The campaign: the middle of <see cref="PrepId"/>.</summary>
    public string? Campaign { get; init; }

    /// <summary>Takes a name apart; never throws.</summary>
    public static WorkflowName Parse(string? name)
    {
        name ??= "";
        var match = name.Length <= Limits.NameCharacters ? Shape().Match(name) : Match.Empty;
        if (!match.Success || !TryReadTime(match, out var createdAt))
            return new(name, name);

        var request = match.Groups["request"].Value;
        var prep = PrepIdShape().Match(request);
        return new(name, prep.Success ? prep.Value : request)
        {
            Requestor = match.Groups["requestor"].Value,
            RecoveryTag = match.Groups["tag"] is { Length: > 0 } tag ? tag.Value : null,
            RecoveryRound = RoundOf(match.Groups["round"].Captures),
            Request = request,
            CreatedAt = createdAt,
            PrepId = prep.Success ? prep.Value : null,
            Campaign = prep.Success ? prep.Groups["campaign"].Value : null,
        };
    }

    private static int? RoundOf(CaptureCollection rounds) =>
        rounds.Count > 0 && int.TryParse(rounds[0].ValueSpan, NumberStyles.None, null, out var round) ? round : null;

    private static bool TryReadTime(Match match, out DateTimeOffset createdAt) => DateTimeOffset.TryParseExact(
        $"20{match.Groups["date"].ValueSpan}{match.Groups["time"].ValueSpan}",
        "yyyyMMddHHmmss",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out createdAt);

    [GeneratedRegex(
        "^(?<requestor>[^_]+)_(?<tag>(ACDC(?<round>[0-9]*)_|recovery-(?<round>[0-9]+)-|r-(?<round>[0-9]+)-)*)"
        + "(?<request>.+)_(?<date>[0-9]{6})_(?<time>[0-9]{6})_[0-9]{1,9}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(
        "(?<![A-Za-z0-9-])[A-Z][A-Z0-9]{2}-(?<campaign>[A-Za-z0-9]+(-[A-Za-z0-9]+)*)-[0-9]{5}(?![A-Za-z0-9-])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrepIdShape();
}
