namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>The variables and files by which a private node differs from the one of the distribution.</summary>
internal static class RabbitMqEnvironment
{
    /// <summary>Variables for the node, and the removal of all that someone may have set for another node.</summary>
    public static Dictionary<string, string?> Variables(string folder, RabbitMqSettings settings)
    {
        var variables = Inherited();
        foreach (var (key, value) in PortMapper(settings).Concat(Own(folder, settings)))
            variables[key] = value;
        return variables;
    }

    /// <summary>Variables for the port mapper (epmd) of this node alone.</summary>
    public static Dictionary<string, string?> PortMapper(RabbitMqSettings settings) => new()
    {
        ["ERL_EPMD_PORT"] = settings.PortMapperPort.ToString(),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    public static string Configuration(RabbitMqSettings settings) => $"""
        listeners.tcp.1 = 127.0.0.1:{settings.Port}
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {settings.ManagementPort}
        default_user = {settings.AdminUser}
        default_pass = {settings.AdminPassword}
        default_user_tags.administrator = true
        disk_free_limit.absolute = 50MB
        log.console = true
        log.console.level = warning

        """;

    private static Dictionary<string, string?> Own(string folder, RabbitMqSettings settings) => new()
    {
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = settings.NodeName,
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = settings.Port.ToString(),
        ["RABBITMQ_DIST_PORT"] = settings.DistributionPort.ToString(),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_MNESIA_DIR"] = Path.Combine(folder, "mnesia", "node"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "config"),
        ["RABBITMQ_LOG_BASE"] = folder,
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false",
        // The start script then becomes the node instead of staying its parent, and a signal reaches the node itself.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    private static Dictionary<string, string?> Inherited() =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(key => key.StartsWith("RABBITMQ_", StringComparison.Ordinal) || key.StartsWith("ERL_", StringComparison.Ordinal) || key == "NOTIFY_SOCKET")
            .ToDictionary(key => key, _ => (string?)null);
}
