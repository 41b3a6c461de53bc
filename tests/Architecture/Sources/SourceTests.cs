namespace WorkflowRecovery.Architecture.Tests.Sources;

public sealed class SourceTests
{
    private const int LongestConsumer = 60;

    private static readonly string[] VagueRooms = ["Helpers", "Managers", "Common", "Utils", "Utilities", "Extensions", "Impl", "Misc", "Core"];

    [Fact]
    public void A_consumer_is_short()
    {
        var consumers = Checkout.Files("*Consumer.cs", "services");

        Assert.NotEmpty(consumers);
        Assert.DoesNotContain(consumers, file => Checkout.Read(file).Split('\n').Length > LongestConsumer);
    }

    [Fact]
    public void A_program_reads_as_a_table_of_contents() =>
        Assert.All(Projects.Project.Services, service => Assert.InRange(Checkout.Read($"services/{service.Room}/Program.cs").Split('\n').Length, 1, 40));

    [Fact]
    public void Rooms_are_named_for_the_work() => Assert.DoesNotContain(
        Checkout.Files("*.cs", "shared", "services", "tools", "tests"), file => file.Split('/').SkipLast(1).Any(VagueRooms.Contains));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    public void What_serves_and_what_thinks_takes_the_time_from_a_clock_that_it_is_given(string clock) => Assert.DoesNotContain(
        Checkout.Files("*.cs", "services", "shared/Contracts", "shared/Domain", "shared/Learning", "shared/Learning.MlNet", "shared/Rules", "shared/Simulation", "shared/ServiceDefaults"),
        file => Checkout.Read(file).Contains(clock, StringComparison.Ordinal));

    [Fact]
    public void Every_service_has_a_room_of_tests() => Assert.All(
        Projects.Project.Services.Concat(Projects.Project.Shared.Where(project => project.Room != "Servers")),
        project => Assert.NotEmpty(Checkout.Files("*Tests.cs", $"tests/{RoomOfTests(project)}")));

    /// <summary>What belongs to another project, as <c>Learning.MlNet</c> does, is tested beside it.</summary>
    private static string RoomOfTests(Projects.Project project) => project.Room.Split('.')[0];
}
