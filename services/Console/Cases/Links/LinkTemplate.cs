using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace WorkflowRecovery.Console.Cases.Links;

/// <summary>An address with places to fill in. What comes from outside never decides where it leads: only http and https, and no place in the server's name.</summary>
internal static partial class LinkTemplate
{
    private static readonly string[] Places = ["workflow", "task", "prepId", "traceId"];

    /// <summary>Whether it is one, with known places only.</summary>
    public static bool IsValid(string template) =>
        Server().IsMatch(template)
        && Uri.TryCreate(template, UriKind.Absolute, out _)
        && Place().Matches(template).All(place => Places.Contains(place.Groups["name"].Value));

    /// <summary>The address with values in its places; null when one of them is not known.</summary>
    public static string? Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        if (Place().Matches(template).Any(place => string.IsNullOrEmpty(values.GetValueOrDefault(place.Groups["name"].Value))))
            return null;

        var filled = Place().Replace(template, place => Encoded(values[place.Groups["name"].Value]!));
        return Server().IsMatch(filled) && Uri.TryCreate(filled, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? filled : null;
    }

    // Half a surrogate pair cannot be encoded; a name of dots alone would be taken for a way up.
    private static string Encoded(string value) => value.All(letter => letter == '.')
        ? string.Concat(value.Select(_ => "%2E"))
        : Uri.EscapeDataString(value.EnumerateRunes().Aggregate(new System.Text.StringBuilder(), (text, rune) => text.Append(rune)).ToString());

    [GeneratedRegex(@"^https?://[A-Za-z0-9._:\[\]-]+(/|\?|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Server();

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}

/// <summary>Checks a template at start.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LinkTemplateAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value is null || (value is string text && LinkTemplate.IsValid(text))
        ? ValidationResult.Success
        : new($"{validationContext.MemberName} must begin with http:// or https:// and a server, and hold no other places than {{workflow}}, {{task}}, {{prepId}} and {{traceId}}.");
}
