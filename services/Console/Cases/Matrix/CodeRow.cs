using WorkflowRecovery.Console.Errors;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>A row of the picture.</summary>
/// <param name="Code">The code; null for the row of all that have no row of their own.</param>
/// <param name="Name">The code as text.</param>
/// <param name="Meaning">What it means, in a few words.</param>
/// <param name="Group">MEM, FILE and so on; empty for what stands apart.</param>
/// <param name="Count">Failed jobs; of -1, places.</param>
internal sealed record CodeRow(int? Code, string Name, string Meaning, string Group, long Count)
{
    private const int Others = 100;
    private const int Apart = 101;

    /// <summary>Where it is drawn: the least first.</summary>
    public (int Group, long Count, int Code) Place => (GroupPlace, -Count, Code ?? 0);

    public bool IsLostWork => Code == SiteErrorMatrix.NotReported;

    public static CodeRow Of(int code, long count)
    {
        var group = code == SiteErrorMatrix.NotReported ? "" : ErrorCatalogue.CategoryOf(code).ToName();
        return new(code, $"{code}", CodeAddress.Meaning(code), group, count);
    }

    public static CodeRow OfOthers(int codes, long count) => new(null, "others", $"{codes} further codes", "", count);

    private int GroupPlace => Code switch
    {
        null => Others,
        SiteErrorMatrix.NotReported => Apart,
        { } code => (int)ErrorCatalogue.CategoryOf(code),
    };
}
