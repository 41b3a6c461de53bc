using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>The summaries of message types and their fields, from the XML file that is shipped beside the assembly of contracts.</summary>
internal static partial class Summaries
{
    private static readonly Dictionary<string, string> ByMember = XDocument
        .Load(Path.ChangeExtension(typeof(Names).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")));

    public static string OfType(Type type) => ByMember[$"T:{type.FullName}"];

    public static string OfProperty(Type type, string property) => ByMember[$"P:{type.FullName}.{property}"];

    private static string Text(XElement? summary) =>
        WhiteSpace().Replace(string.Concat(summary?.Nodes().Select(Word) ?? []), " ").Trim();

    /// <summary>A reference to a property becomes the name of its field.</summary>
    private static string Word(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see when see.Attribute("cref")!.Value is ['P', ..] cref => FieldName(cref.Split('.')[^1]),
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => node.ToString(),
    };

    private static string FieldName(string property) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
