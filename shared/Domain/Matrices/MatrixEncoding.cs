using System.Text;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Matrices;

/// <summary>
/// The stored form of a matrix. A matrix has exactly one encoding, and bytes that no matrix encodes to are refused.
/// </summary>
/// <remarks>
/// Version 1: a version byte; the table of site names (number, then length and UTF-8 bytes of each, in ordinal order);
/// the number of codes; per code its distance to the one before (zigzag, the first to 0) and its number of cells; per cell
/// the site's index times 4 plus the readiness, and the count. All numbers are base-128 varints, low bits first.
/// </remarks>
public static class MatrixEncoding
{
    private const byte Version = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodes a matrix.</summary>
    /// <exception cref="ArgumentException">A site name is not valid text.</exception>
    public static byte[] Encode(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var sites = matrix.Cells.Select(cell => cell.Site).Distinct().Order(StringComparer.Ordinal).ToArray();
        var indexOf = sites.Index().ToDictionary(site => site.Item, site => site.Index);
        var bytes = new VarintWriter(Version);
        bytes.Add(sites.Length);
        foreach (var site in sites)
            bytes.Add(Utf8.GetBytes(site));

        var codes = matrix.Cells.GroupBy(cell => cell.Code).ToArray();
        bytes.Add(codes.Length);
        var previous = 0;
        foreach (var code in codes)
        {
            bytes.AddSigned((long)code.Key - previous);
            bytes.Add(code.Count());
            foreach (var cell in code)
            {
                bytes.Add(indexOf[cell.Site] * 4L + (long)cell.Readiness);
                bytes.Add(cell.Count);
            }

            previous = code.Key;
        }

        return bytes.ToArray();
    }

    /// <summary>Decodes what <see cref="Encode"/> made.</summary>
    /// <exception cref="FormatException">The version is unknown or the bytes are corrupt.</exception>
    public static SiteErrorMatrix Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
            throw new FormatException(bytes.IsEmpty ? "An encoded matrix has no bytes" : $"Version {bytes[0]} of an encoded matrix is unknown");

        var reader = new VarintReader(bytes[1..]);
        var sites = ReadSites(ref reader);
        var cells = new List<MatrixCell>();
        var used = new bool[sites.Count];
        long code = 0;
        for (var codes = reader.ReadLength(); codes > 0; codes--)
        {
            var distance = reader.ReadSigned();
            VarintReader.Require(cells.Count == 0 || distance > 0, "the codes are not in order");
            code += distance;
            VarintReader.Require(code is >= int.MinValue and <= int.MaxValue, "a code is out of range");
            ReadCells(ref reader, (int)code, sites, used, cells);
        }

        VarintReader.Require(reader.IsAtEnd && !used.AsSpan().Contains(false), "something is left over");
        return SiteErrorMatrix.Of(cells);
    }

    private static List<string> ReadSites(ref VarintReader reader)
    {
        var sites = new List<string>();
        for (var left = reader.ReadLength(); left > 0; left--)
        {
            var site = TextOf(reader.ReadBytes());
            VarintReader.Require(sites.Count == 0 || string.CompareOrdinal(sites[^1], site) < 0, "the sites are not in order");
            sites.Add(site);
        }

        return sites;
    }

    private static void ReadCells(ref VarintReader reader, int code, List<string> sites, bool[] used, List<MatrixCell> cells)
    {
        var left = reader.ReadLength();
        VarintReader.Require(left > 0, "a code has no cells");
        for (var previous = -1L; left > 0; left--)
        {
            var place = reader.Read();
            VarintReader.Require(place > previous && place / 4 < sites.Count, "a site is out of place");
            var count = reader.Read();
            VarintReader.Require(count > 0, "a count is not positive");
            var site = (int)(place / 4);
            used[site] = true;
            cells.Add(new(code, sites[site], (Readiness)(place % 4), count));
            previous = place;
        }
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("An encoded matrix is corrupt: a site name is not valid text", exception);
        }
    }
}
