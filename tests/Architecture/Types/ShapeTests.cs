namespace WorkflowRecovery.Architecture.Tests.Types;

public sealed class ShapeTests
{
    private static readonly IReadOnlyList<Type> Outside = [.. Compiled.OfServices, .. Compiled.OfTools];

    [Fact]
    public void Nothing_outside_shared_is_public_but_what_components_are_given() =>
        Assert.DoesNotContain(Outside, type => type.IsPublic && !IsShown(type));

    [Fact]
    public void Nothing_outside_shared_is_open_to_inheritance() => Assert.DoesNotContain(
        Outside, type => type is { IsClass: true, IsSealed: false } && !IsAbstractWithSealedCases(type) && !IsComponent(type));

    [Fact]
    public void Every_service_is_looked_at() =>
        Assert.Equal(Projects.Project.Services.Count, Compiled.OfServices.Select(type => type.Assembly).Distinct().Count());

    // Razor makes every component a public class, whose parameters must then be of public types.
    private static bool IsShown(Type type) => type.Assembly.GetName().Name == "WorkflowRecovery.Console";

    private static bool IsComponent(Type type) => IsShown(type) && type.GetInterfaces().Any(face => face.Name == "IComponent");

    private static bool IsAbstractWithSealedCases(Type type) =>
        type.IsAbstract && type.Assembly.GetTypes().Where(type.IsAssignableFrom).Where(other => other != type).All(other => other.IsSealed || other.IsAbstract);
}
