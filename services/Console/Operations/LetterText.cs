using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Console.Operations;

/// <summary>A dead letter as a page shows it: bounded, and with nothing in it that could reorder or hide text.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body as text, or as hexadecimal digits when it is no text.</param>
/// <param name="IsCut">Whether there is more of the body.</param>
internal sealed record LetterText(DeadLetterSummary Summary, IReadOnlyList<(string Name, string Value)> Headers, string Body, bool IsCut)
{
    private const int MostCharacters = 64 * 1024;
    private const int MostHeaders = 50;
    private const int HeaderLength = 2000;

    public static LetterText Of(DeadLetter letter)
    {
        var body = DeadLetterSummary.BodyOf(letter);
        return new(
            DeadLetterSummary.Of(letter),
            [.. letter.Headers.Take(MostHeaders).Select(header => (SafeText.Of(header.Name, HeaderLength), SafeText.Of(header.Value, HeaderLength)))],
            body[..Math.Min(body.Length, MostCharacters)],
            body.Length > MostCharacters);
    }
}
