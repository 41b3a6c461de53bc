using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Elements as text, the same bytes on every system.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };

    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
            element.WriteTo(writer);
        return text.ToString();
    }
}
