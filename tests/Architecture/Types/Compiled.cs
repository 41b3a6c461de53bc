using System.Reflection;
using System.Runtime.CompilerServices;
using WorkflowRecovery.Architecture.Tests.Projects;

namespace WorkflowRecovery.Architecture.Tests.Types;

/// <summary>The types that people wrote, of the compiled assemblies.</summary>
internal static class Compiled
{
    public static IReadOnlyList<Type> OfServices { get; } = [.. Project.Services.SelectMany(service => TypesOf($"WorkflowRecovery.{service.Room}"))];

    public static IReadOnlyList<Type> OfTools { get; } = [.. TypesOf("wr")];

    public static IEnumerable<Type> TypesOf(string assembly) => Assembly.Load(assembly).GetTypes().Where(IsWritten);

    private static bool IsWritten(Type type) =>
        type.Name is not ("Program" or "_Imports")
        && !type.FullName!.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.Namespace?.StartsWith("WorkflowRecovery", StringComparison.Ordinal) is true
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
