namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Bodies that are read whole.</summary>
internal static class SmallBody
{
    /// <summary>The bytes, none without a body; null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit)
    {
        using var read = new MemoryStream();
        return await AppendAsync(read, request, limit) ? read.ToArray() : null;
    }

    /// <summary>Reads on until the end; false when there is more than the limit, of which that much was read.</summary>
    public static async Task<bool> AppendAsync(MemoryStream read, HttpRequest request, int limit)
    {
        var part = new byte[8192];
        int got;
        while ((got = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0)
        {
            read.Write(part, 0, got);
            if (read.Length > limit)
                return false;
        }

        return true;
    }
}
