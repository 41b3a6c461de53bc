using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Rules.Conditions;

/// <summary>
/// The failures that a rule is about, by code or category and by site. Marks of lost work (code -1) are not failures.
/// </summary>
public sealed record CountedFailures
{
    /// <summary>Codes; null without categories: every code.</summary>
    public IReadOnlySet<int>? Codes { get; init; }

    /// <summary>Categories whose codes count beside <see cref="Codes"/>.</summary>
    public IReadOnlySet<ErrorCategory>? Categories { get; init; }

    /// <summary>Sites; null: every site.</summary>
    public IReadOnlyList<NamePattern>? Sites { get; init; }

    /// <summary>Whether failures of a code at a site count.</summary>
    public bool Includes(int code, string site) =>
        code != SiteErrorMatrix.NotReported && IncludesCode(code) && (Sites is null || Sites.Any(pattern => pattern.Matches(site)));

    /// <summary>The failures of a task that count.</summary>
    public long In(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Cells.Where(cell => Includes(cell.Code, cell.Site)).Sum(cell => cell.Count);
    }

    /// <summary>Whether no failure counts for both. Exact for codes, categories and patterns as they are.</summary>
    public bool IsApartFrom(CountedFailures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CodesAreApart(other) || SitesAreApart(other);
    }

    /// <summary>In words, e.g. <c>of code 50660 at T1_*</c>.</summary>
    public override string ToString()
    {
        var codes = (Codes ?? Enumerable.Empty<int>()).Order().Select(code => $"{code}").Concat((Categories ?? Enumerable.Empty<ErrorCategory>()).Order().Select(category => category.ToName()));
        var what = Codes is null && Categories is null ? "of any code" : $"of {string.Join(", ", codes)}";
        return Sites is null ? what : $"{what} at {string.Join(", ", Sites.Select(site => site.Text))}";
    }

    private bool IncludesCode(int code) =>
        (Codes is null && Categories is null) || Codes?.Contains(code) is true || Categories?.Contains(ErrorCatalogue.CategoryOf(code)) is true;

    private bool CodesAreApart(CountedFailures other) =>
        (Codes ?? Categories as object) is not null
        && (other.Codes ?? other.Categories as object) is not null
        && Codes?.Any(other.IncludesCode) is not true
        && other.Codes?.Any(IncludesCode) is not true
        && Categories?.Overlaps(other.Categories ?? Enumerable.Empty<ErrorCategory>()) is not true;

    private bool SitesAreApart(CountedFailures other) =>
        Sites is not null && other.Sites is not null && !Sites.Any(site => other.Sites.Any(site.Meets));
}
