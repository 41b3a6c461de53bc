using System.IO.Compression;

namespace WorkflowRecovery.Domain.History;

/// <summary>Opens files of recorded actions, compressed or not.</summary>
public static class HistoryFile
{
    /// <summary>Opens a file for reading; gzip is known by its first two bytes (RFC 1952), not by the name.</summary>
    /// <exception cref="IOException">The file is missing or cannot be opened.</exception>
    public static Stream OpenRead(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            var length = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return length == 2 && magic.SequenceEqual<byte>([0x1f, 0x8b])
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
