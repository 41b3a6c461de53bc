namespace WorkflowRecovery.Architecture.Tests.Types;

public sealed class ShapeTests
{
    private static readonly IReadOnlyList<Type> Outside = [.. Compiled.OfServices, .. Compiled.OfTools];

    [Fact]
    public void Nothing_outside_shared_is_public() => Assert.DoesNotContain(Outside, type => type.IsPublic);

    [Fact]
    public void Nothing_outside_shared_is_open_to_inheritance() => Assert.DoesNotContain(
        Outside, type => type is { IsClass: true, IsSealed: false } && !IsAbstractWithSealedCases(type));

    [Fact]
    public void Every_service_is_looked_at() =>
        Assert.Equal(Projects.Project.Services.Count, Compiled.OfServices.Select(type => type.Assembly).Distinct().Count());

    private static bool IsAbstractWithSealedCases(Type type) =>
        type.IsAbstract && type.Assembly.GetTypes().Where(type.IsAssignableFrom).Where(other => other != type).All(other => other.IsSealed || other.IsAbstract);
}
