using System.Globalization;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>Names of any length in a limited room.</summary>
internal static class ShortName
{
    /// <summary>The name, or its beginning with an ellipsis; letters that consist of several characters stay whole.</summary>
    public static string Of(string name, int most)
    {
        if (name.Length <= most)
            return name;

        var letters = new StringInfo(name.Length > 8 * most ? name[..(8 * most)] : name);
        return letters.LengthInTextElements <= most ? letters.String : letters.SubstringByTextElements(0, most - 1) + "…";
    }
}
