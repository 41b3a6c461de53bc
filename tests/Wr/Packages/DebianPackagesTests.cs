using WorkflowRecovery.Servers.Packages;

namespace WorkflowRecovery.Wr.Tests.Packages;

public sealed class DebianPackagesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("workflow-recovery-root-").FullName;

    [Fact]
    public void On_a_bare_machine_all_three_are_missing() =>
        Assert.Equal(["rabbitmq-server", "postgresql", "libxgboost0"], Missing());

    [Fact]
    public void A_package_is_seen_by_its_file_whatever_its_version()
    {
        Put("usr/lib/postgresql/17/bin/initdb");
        Put("usr/lib/aarch64-linux-gnu/libxgboost.so.0");

        Assert.Equal(["rabbitmq-server"], Missing());
    }

    [Fact]
    public void The_advice_is_a_command_that_can_be_copied()
    {
        var advice = DebianPackages.Advice([DebianPackage.RabbitMq, DebianPackage.XgBoost], hasApt: true, hasDocker: false);

        Assert.Contains("apt-get install -y --no-install-recommends rabbitmq-server libxgboost0", advice);
        Assert.DoesNotContain("docker", advice);
    }

    [Fact]
    public void With_a_container_engine_the_advice_names_the_other_way() =>
        Assert.Contains("docker compose up", DebianPackages.Advice([DebianPackage.Postgres], hasApt: false, hasDocker: true));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private IEnumerable<string> Missing() => DebianPackages.Missing(DebianPackage.ForServers, _root).Select(package => package.Name);

    private void Put(string path)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Empty);
    }
}
