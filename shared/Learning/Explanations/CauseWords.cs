using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>What rows of codes and categories of errors are called in sentences.</summary>
internal static class CauseWords
{
    private const string OfOwnKind = "the program, the request or what is not known";

    /// <summary>What a category is about, e.g. <c>memory</c>; null for a word that is none of <see cref="ErrorCategoryNames"/>.</summary>
    public static string? Category(string name) => name switch
    {
        "MEM" => "memory",
        "FILE" => "reading or writing files",
        "TIME" => "limits on time",
        "SITE" => "the site",
        "OTHER" => OfOwnKind,
        _ => null,
    };

    /// <summary>A row of codes with its meaning: <c>50660 (MEM: …)</c>, or the other codes of a category.</summary>
    public static string Row(string row)
    {
        if (row.EndsWith('*'))
            return $"of another code of category {row.TrimEnd('*')}";

        var error = ErrorCatalogue.Find(int.Parse(row));
        return error is null ? row : $"{row} ({error.Category.ToName()}: {error.Description})";
    }

    /// <summary>Where a tier is: <c>at T2 sites</c>; null for a word that is no tier.</summary>
    public static string? Tier(string name) => name switch
    {
        "T0" or "T1" or "T2" or "T3" => $"at {name} sites",
        "other" => "at places without a tier",
        _ => null,
    };
}
