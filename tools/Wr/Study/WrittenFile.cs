namespace WorkflowRecovery.Wr.Study;

/// <summary>Files that are written when the work is done: looked at before it begins, so that it does not end at a wrong path.</summary>
internal static class WrittenFile
{
    /// <summary>Makes sure that a file can be written; what it holds stays as it is.</summary>
    /// <exception cref="IOException">There is no such folder, or the path is itself a folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Check(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        if (Directory.Exists(full))
            throw new IOException($"{path} is a folder, not a file to write to");
        if (!Directory.Exists(folder))
            throw new IOException($"{path} cannot be written: there is no folder {folder}");

        var isThere = File.Exists(full);
        new FileStream(full, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (!isThere)
            File.Delete(full);
    }
}
