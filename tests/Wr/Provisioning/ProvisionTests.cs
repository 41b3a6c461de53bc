using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.RabbitMq;
using WorkflowRecovery.Servers.Temporary;
using WorkflowRecovery.Testing;
using WorkflowRecovery.Wr.Provisioning;
using WorkflowRecovery.Wr.Tests.Running;

namespace WorkflowRecovery.Wr.Tests.Provisioning;

/// <summary>On servers of its own, since accounts belong to a whole server and other tests need theirs.</summary>
public sealed class ProvisionTests : IAsyncDisposable
{
    private readonly TemporaryServers _servers = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"workflow-recovery-settings-{Guid.NewGuid():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_becomes_ready_with_the_settings_that_provisioning_wrote_twice()
    {
        await _servers.StartAsync(Cancellation);
        var port = FreePort.Next();

        var files = await ProvisionAsync(port);
        var first = Contents(files);
        Assert.Equal(files, await ProvisionAsync(port));

        Assert.Equal(first, Contents(files));
        Assert.All(files, file => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)));
        Assert.Equal(ServiceCatalogue.Names.Append("migrator").Append("wr").Order(), files.Select(FolderOf).Distinct().Order());
        foreach (var service in ServiceCatalogue.Names)
            await Launcher.RunAsync(Launch(service, "migrate", VariablesOf("migrator", "migrate.env")), Cancellation);
        foreach (var service in ServiceCatalogue.Names)
            await ServeUntilReadyAsync(service, port);
    }

    [Fact]
    public async Task Everyone_is_handed_their_own_password_and_nobody_elses()
    {
        await _servers.StartAsync(Cancellation);

        await ProvisionAsync(FreePort.Next());

        var passwords = new Instance(Path.Combine(_folder, "wr")).ReadSecrets()!.Passwords;
        Assert.All(ServiceCatalogue.Names, service =>
        {
            var text = File.ReadAllText(Path.Combine(_folder, service, "serve.env"));
            Assert.Equal([service], passwords.Broker.Where(account => text.Contains(account.Value)).Select(account => account.Key));
            Assert.Equal([$"wr_{service}"], passwords.Database.Where(account => text.Contains(account.Value)).Select(account => account.Key));
        });
    }

    [Fact]
    public async Task Without_servers_it_says_which_variables_are_missing()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("provision", "--out", _folder);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("WR_AMQP_URI, WR_AMQP_MANAGEMENT_URI and WR_POSTGRES", answer.Errors);
        Assert.False(Directory.Exists(_folder));
    }

    [Theory]
    [InlineData("provision")]
    [InlineData("provision", "--out", "folder", "--port", "0")]
    public async Task A_call_without_a_folder_or_a_port_ends_with_2(params string[] call)
    {
        await using var wr = new CommandLine();

        Assert.Equal(2, (await wr.CallAsync(call)).ExitCode);
    }

    [Fact]
    public async Task The_command_explains_itself()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("provision", "--help");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("WR_POSTGRES", answer.Output);
    }

    [Fact]
    public async Task An_address_is_read_from_the_file_that_a_variable_names()
    {
        Directory.CreateDirectory(_folder);
        var prefix = $"WR_{Guid.NewGuid():N}_";
        await File.WriteAllTextAsync(Path.Combine(_folder, "uri"), "http://administrator:secret@broker:15672\n", Cancellation);
        Environment.SetEnvironmentVariable(prefix + "AMQP_URI", "amqp://broker:5672");
        Environment.SetEnvironmentVariable(prefix + "AMQP_MANAGEMENT_URI_FILE", Path.Combine(_folder, "uri"));

        var given = GivenServers.FromEnvironment(prefix);

        Assert.Equal(new BrokerAddress(new Uri("amqp://broker:5672"), new Uri("http://administrator:secret@broker:15672")), given.Broker);
        Assert.Null(given.PostgresAdmin);
    }

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static string FolderOf(string file) => Path.GetFileName(Path.GetDirectoryName(file)!);

    private static Dictionary<string, string> Contents(IReadOnlyList<string> files) => files.ToDictionary(file => file, File.ReadAllText);

    private Task<IReadOnlyList<string>> ProvisionAsync(int port) =>
        new GivenServersProvisioning(_servers.RabbitMq.Address, _servers.Postgres.AdminConnectionString, new SettingsFolder(_folder), new Progress<string>())
            .RunAsync(port, Cancellation);

    private async Task ServeUntilReadyAsync(string service, int port)
    {
        var launch = Launch(service, "serve", VariablesOf(service, "serve.env"));
        Launcher.Start(launch);
        var stamp = _servers.Ledger.FindAlive(launch.Name)!;
        using var http = new HttpClient();
        await Waiting.UntilReadyAsync(stamp, launch.LogFile, TimeSpan.FromSeconds(120), async token =>
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), token);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, Cancellation);
        await Ending.EndAsync(stamp, TimeSpan.FromSeconds(30), Cancellation);
    }

    private Launch Launch(string service, string verb, Dictionary<string, string?> variables)
    {
        var program = ServiceCatalogue.AssemblyOf(Checkout.Root(), service);
        return new Launch($"{service}-{verb}", _servers.Ledger, Path.Combine(_servers.Logs, $"{service}-{verb}.log"), ["dotnet", program, verb])
        {
            Environment = variables,
            WorkingFolder = Path.GetDirectoryName(program)!,
        };
    }

    private Dictionary<string, string?> VariablesOf(string owner, string file) =>
        File.ReadLines(Path.Combine(_folder, owner, file)).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], string? (parts) => parts[1]);
}
