using System.Globalization;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.History;

/// <summary>Reads the <c>errors</c> of a record: good or bad sites, then code, then site, then count.</summary>
internal sealed class HistoryErrors(ReadingNotes notes)
{
    private readonly List<MatrixCell> _cells = [];

    public SiteErrorMatrix ToMatrix() => SiteErrorMatrix.Of(_cells);

    public void Read(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IsObject(ref reader, "errors", notes))
            return;

        while (JsonValues.TryNextMember(ref reader, out var side))
        {
            if (side is "good_sites" or "bad_sites")
                ReadSide(ref reader, side, side == "good_sites" ? Readiness.Green : Readiness.None);
            else
                reader.Skip();
        }
    }

    private void ReadSide(ref Utf8JsonReader reader, string side, Readiness readiness)
    {
        if (!JsonValues.IsObject(ref reader, side, notes))
            return;

        while (JsonValues.TryNextMember(ref reader, out var text))
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, null, out var code))
            {
                ReadCode(ref reader, code, readiness);
                continue;
            }

            notes.Add($"{ReadingNotes.Show(text)} is not an error code: left out");
            reader.Skip();
        }
    }

    private void ReadCode(ref Utf8JsonReader reader, int code, Readiness readiness)
    {
        if (!JsonValues.IsObject(ref reader, $"code {code}", notes))
            return;

        while (JsonValues.TryNextMember(ref reader, out var name))
        {
            var site = SiteCatalogue.Normalize(name);
            var count = JsonValues.ReadText(ref reader);
            if (site.Length > Limits.NameCharacters)
                notes.Add($"code {code}: a site name has {site.Length} characters: left out");
            else if (!long.TryParse(count, NumberStyles.AllowLeadingSign, null, out var jobs) || jobs is < 0 or > Limits.Count)
                notes.Add($"code {code} at {ReadingNotes.Show(site)}: {ReadingNotes.Show(count)} is not a count: left out");
            else
                _cells.Add(new(code, site, readiness, jobs));
        }
    }
}
