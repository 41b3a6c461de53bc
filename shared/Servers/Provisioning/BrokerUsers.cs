using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>The users at the broker, each with the least that its work needs.</summary>
public static class BrokerUsers
{
    /// <summary>The outside: workflow system and action executors.</summary>
    public const string WorkflowSystem = "workflow-system";

    /// <summary>The command line.</summary>
    public const string CommandLine = "wr-cli";

    // The broker's own names begin with "amq."; of those only queues that it named for the client are the client's.
    // Publishing to the default exchange would reach any queue by its name; the broker checks it as "amq.default".
    private const string NotOurs = @"wr\.|amq\.(?!gen-)";

    /// <summary>One row per user; the deployed broker's definitions come from here as well.</summary>
    public static IReadOnlyList<BrokerRights> Rights { get; } =
    [
        new(WorkflowSystem, $"^(?!{NotOurs}).*$", $"^(?!{NotOurs}|{Name(Names.RecommendationsExchange)}$|{Name(Names.RejectedQueue)}$).*$", $"^(?!{NotOurs}).*$"),
        Service("ingestor",
            configure: [Names.IntakeExchange, Names.RecommendationsExchange, Names.RejectedQueue, InsideNames.RejectedExchange],
            write: [Names.RejectedQueue, InsideNames.RejectedExchange],
            read: [Names.IntakeExchange, InsideNames.RejectedExchange]),
        Service("featurizer", [], [], []),
        Service("scorer", configure: [Names.RecommendationsExchange], write: [Names.RecommendationsExchange], read: []),
        Service("retrainer", [], [], []),
        // An expert may read dead letters there and send them again to where they failed.
        new("console",
            OneOf(OwnOf("console")),
            OneOf([.. OwnOf("console"), Name(Names.IntakeExchange), Endpoints]),
            OneOf([.. OwnOf("console"), DeadLetters, Name(Names.RejectedQueue)])),
        new(CommandLine,
            OneOf(DeadLetters, CliQueues),
            OneOf(DeadLetters, CliQueues, Name(InsideNames.Exchange), Name(Names.IntakeExchange)),
            OneOf(DeadLetters, CliQueues, Name(InsideNames.Exchange), Name(Names.RejectedQueue), Name(Names.RecommendationsExchange))),
    ];

    private const string DeadLetters = @"wr\..*_error";
    private const string Endpoints = @"wr\.(ingestor|featurizer|scorer|retrainer)\.[a-z-]+";
    private const string CliQueues = @"wr\.cli\..*";

    private static BrokerRights Service(string name, string[] configure, string[] write, string[] read)
    {
        var own = OwnOf(name);
        return new BrokerRights(
            name,
            OneOf([.. own, .. configure.Select(Name)]),
            OneOf([.. own, .. write.Select(Name)]),
            OneOf([.. own, .. read.Select(Name)]));
    }

    private static string[] OwnOf(string service) => [$@"wr\.{service}\..*", Name(InsideNames.Exchange)];

    private static string Name(string name) => Regex.Escape(name);

    private static string OneOf(params string[] patterns) => $"^({string.Join('|', patterns)})$";
}
