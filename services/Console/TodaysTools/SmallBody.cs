namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Bodies that are read whole.</summary>
internal static class SmallBody
{
    /// <summary>The bytes, none without a body; null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit)
    {
        using var read = new MemoryStream();
        var part = new byte[8192];
        int got;
        while ((got = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0)
        {
            if (read.Length + got > limit)
                return null;
            read.Write(part, 0, got);
        }

        return read.ToArray();
    }
}
