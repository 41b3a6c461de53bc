using System.Runtime.InteropServices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views.Extras;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// What the matrix does not say by itself, or only in many columns together (the talk's "matrix of extra information"):
/// totals and shares, the main codes, entropies; jobs, memory and cores; round, age and kind of the request; the
/// campaign; what else failed (<see cref="ReportedTask.Around"/>). Numbers of things are ln(1 + n), shares 0 to 1,
/// memory in GB (1000 MB), times in ln(1 + days), entropies in nats, the rest are flags. A value that was not told is a
/// usual one (nought would be far from anything that models learned from), and its <c>known</c> flag is 0. The time of the year is not among them: it would tell one campaign's habits from
/// another's only until the next year.
/// </summary>
public sealed class ExtrasView : ITaskView
{
    private static readonly IExtraColumns[] Parts =
        [new SizeColumns(), new MainErrorColumns(), new JobColumns(), new NameColumns(), new CampaignColumns(), new SurroundingColumns()];

    private static readonly string[] AllColumns = [.. Parts.SelectMany(part => part.Names)];

    /// <inheritdoc />
    public string Name => "extras";

    /// <inheritdoc />
    public int Version => 3;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => AllColumns;

    /// <inheritdoc />
    public SparseVector Of(ReportedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var facts = TaskFacts.Of(task);
        Span<float> row = stackalloc float[AllColumns.Length];
        var rest = row;
        foreach (var part in Parts)
        {
            part.Write(facts, rest[..part.Names.Count]);
            rest = rest[part.Names.Count..];
        }

        var filled = row.Length - row.Count(0f);
        var (indices, values) = (new int[filled], new float[filled]);
        for (var (column, at) = (0, 0); column < row.Length; column++)
        {
            if (row[column] != 0)
                (indices[at], values[at++]) = (column, row[column]);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(indices), ImmutableCollectionsMarshal.AsImmutableArray(values), row.Length);
    }
}
