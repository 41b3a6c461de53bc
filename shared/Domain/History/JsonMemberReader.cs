using System.Text;
using System.Text.Json;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Walks the members of one large JSON object without holding more of it than one member: the buffer grows to the
/// largest member and no further than <paramref name="maxMemberBytes"/>.
/// </summary>
internal sealed class JsonMemberReader(Stream stream, int maxMemberBytes = 64 * 1024 * 1024)
{
    internal static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    private byte[] _buffer = new byte[Math.Min(1 << 16, maxMemberBytes)];
    private JsonReaderState _state = new(Options);
    private int _start;
    private int _end;
    private long _consumed;
    private bool _last;
    private bool _markChecked;
    private bool _opened;
    private bool _broken;

    /// <summary>The next member; null after the last one, and after the file broke.</summary>
    /// <exception cref="BrokenFileException">The file cannot be read on; thrown once.</exception>
    public async ValueTask<JsonMember?> NextAsync(CancellationToken cancellation)
    {
        if (_broken)
            return null;

        JsonMember? member;
        while (!TryNext(out member))
            await FillAsync(cancellation);

        return member;
    }

    private bool TryNext(out JsonMember? member)
    {
        member = null;
        if (!_markChecked && !TrySkipByteOrderMark())
            return false;

        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _last, _state);
        try
        {
            if (!_opened && !TryOpen(ref reader))
                return false;

            return TryRead(ref reader, out member);
        }
        catch (JsonException exception)
        {
            throw Broken($"is not valid JSON: {Reason(exception)}", reader.BytesConsumed, exception);
        }
    }

    private bool TrySkipByteOrderMark()
    {
        var mark = Encoding.UTF8.Preamble;
        if (_end < mark.Length && !_last)
            return false;

        _markChecked = true;
        if (_buffer.AsSpan(0, _end).StartsWith(mark))
            _start = mark.Length;

        _consumed = _start;
        return true;
    }

    private bool TryOpen(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return false;

        if (reader.TokenType != JsonTokenType.StartObject)
            throw Broken("does not hold a JSON object", reader.TokenStartIndex);

        _opened = true;
        Commit(ref reader);
        reader = new(_buffer.AsSpan(_start, _end - _start), _last, _state);
        return true;
    }

    private bool TryRead(ref Utf8JsonReader reader, out JsonMember? member)
    {
        member = null;
        if (!reader.Read())
            return _last;

        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            Commit(ref reader);
            return false;
        }

        var key = TextOf(ref reader);
        if (!reader.Read())
            return false;

        var from = _start + (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return false;

        Commit(ref reader);
        member = new JsonMember(key, _buffer.AsMemory(from, _start - from));
        return true;
    }

    private void Commit(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _consumed += reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Grow();

        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            _end += read;
            _last = read == 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Broken($"cannot be decompressed: {exception.Message}", _end, exception);
        }
    }

    private void Grow()
    {
        if (_buffer.Length >= maxMemberBytes)
            throw Broken($"holds a member of more than {maxMemberBytes} bytes", 0);

        Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, maxMemberBytes));
    }

    private BrokenFileException Broken(string what, long offset, Exception? inner = null)
    {
        var line = inner is JsonException { LineNumber: { } number } ? $" (line {number + 1})" : "";
        _broken = true;
        return new($"The file {what}, at byte {_consumed + offset}{line}", inner);
    }

    private static string Reason(JsonException exception)
    {
        // The message ends in a position that counts from the start of our buffer, not of the file.
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8: the key still has to be named to whoever reads the report.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}

/// <summary>A file that cannot be read any further.</summary>
internal sealed class BrokenFileException(string message, Exception? inner) : Exception(message, inner);
