using System.Xml;
using System.Xml.Linq;

namespace WorkflowRecovery.Wr.Checking;

/// <summary>How the tests of one program went.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed, and whatever else went wrong.</param>
/// <param name="Skipped">Tests that were not run.</param>
/// <param name="Output">What the program wrote.</param>
internal sealed record ProjectResult(string Name, int Passed, int Failed, int Skipped, string Output)
{
    /// <summary>Reads the report that a test program wrote (xUnit.net v2+ XML format).</summary>
    /// <remarks>A program that ended badly without saying which test failed counts as one failure.</remarks>
    public static ProjectResult Read(string name, string report, int exitCode, string output)
    {
        try
        {
            var assemblies = XDocument.Load(report).Descendants("assembly").ToList();
            var failed = Sum(assemblies, "failed") + Sum(assemblies, "errors");
            return new ProjectResult(
                name, Sum(assemblies, "passed"), exitCode != 0 && failed == 0 && Sum(assemblies, "total") > 0 ? 1 : failed,
                Sum(assemblies, "skipped") + Sum(assemblies, "not-run"), output);
        }
        catch (Exception problem) when (problem is XmlException or IOException)
        {
            return new ProjectResult(name, 0, 1, 0, $"{output}\n{name} wrote no report and ended with code {exitCode}.");
        }
    }

    private static int Sum(List<XElement> assemblies, string attribute) =>
        assemblies.Sum(assembly => (int?)assembly.Attribute(attribute) ?? 0);
}
