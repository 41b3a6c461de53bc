using System.Text;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>A dead letter in a line; every text is safe for a terminal and for a page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Queue">The queue that keeps it.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="RoutingKey">The routing key that it had.</param>
/// <param name="Bytes">Size of the body.</param>
/// <param name="MadeAt">When its publisher says that it was made.</param>
public sealed record DeadLetterSummary(string Id, string Queue, string Reason, string RoutingKey, int Bytes, DateTimeOffset? MadeAt)
{
    private const int ReasonLength = 300;

    /// <summary>Its routing key; of a message without one, what it was and for whom, as messages between the services are.</summary>
    public string CameAs { get; init; } = RoutingKey;

    /// <summary>The line of a letter.</summary>
    public static DeadLetterSummary Of(DeadLetter letter)
    {
        var key = SafeText.Of(letter.Header(Names.RejectRoutingKey) ?? letter.RoutingKey);
        return new(
            letter.Id,
            SafeText.Of(letter.Queue),
            SafeText.Of(letter.Header(Names.RejectReason) ?? letter.Header("MT-Fault-Message") ?? "no reason is given", ReasonLength),
            key,
            letter.Body.Length,
            letter.MadeAt)
        {
            CameAs = key.Length > 0 ? key : Origin(letter),
        };
    }

    /// <summary>How long ago it was made, in the largest unit that fits.</summary>
    public string AgeAt(DateTimeOffset now) => (now - MadeAt) switch
    {
        null => "-",
        { TotalDays: >= 1 } age => $"{age.TotalDays:0} d",
        { TotalHours: >= 1 } age => $"{age.TotalHours:0} h",
        { TotalMinutes: >= 1 } age => $"{age.TotalMinutes:0} min",
        { } age => $"{Math.Max(0, age.TotalSeconds):0} s",
    };

    private static string Origin(DeadLetter letter)
    {
        var what = string.IsNullOrEmpty(letter.Properties.Type) ? "a message without type" : SafeText.Of(letter.Properties.Type);
        var (by, exchange) = letter.Queue == Names.RejectedQueue ? ("by", letter.Header(Names.RejectExchange)) : ("to", Return.Of(letter).Exchange);
        return string.IsNullOrEmpty(exchange) ? what : $"{what} {by} {SafeText.Of(exchange)}";
    }

    /// <summary>The body as text that is safe to show, or as hexadecimal digits when it is no text.</summary>
    public static string BodyOf(DeadLetter letter)
    {
        try
        {
            return SafeText.Of(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(letter.Body.Span));
        }
        catch (DecoderFallbackException)
        {
            return $"(not UTF-8) {Convert.ToHexStringLower(letter.Body.Span)}";
        }
    }
}
