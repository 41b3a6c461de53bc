namespace WorkflowRecovery.Learning.Text;

/// <summary>
/// The words that stand for whatever differs from log to log and says nothing by itself. No word of a log looks like
/// them: those hold letters, digits and underscores only.
/// </summary>
public static class Placeholders
{
    /// <summary>A number, also with points, a time, a date or with a unit of one or two letters: <c>159600</c>, <c>3.5</c>, <c>2300MB</c>.</summary>
    public const string Number = "<number>";

    /// <summary>A hexadecimal number or an id of such digits: <c>0x7f3a</c>, <c>BA6C0F3D</c>.</summary>
    public const string Hex = "<hex>";

    /// <summary>A file, a folder or an address: what begins with a slash or has two of them.</summary>
    public const string Path = "<path>";

    /// <summary>A site name: <c>T2_US_MIT</c>.</summary>
    public const string Site = "<site>";

    /// <summary>A name with three or more digits in it: a workflow, a dataset, a machine.</summary>
    public const string Id = "<id>";

    /// <summary>Anything too long to be a word.</summary>
    public const string Overlong = "<long>";
}
