using System.Reflection;

namespace WorkflowRecovery.Architecture.Tests.Types;

/// <summary>What thinks takes values and returns values.</summary>
public sealed class PureTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Impure =
    [
        "Microsoft.EntityFrameworkCore.", "Npgsql.", "MassTransit.", "RabbitMQ.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "System.TimeProvider",
        "System.Net.", "System.IO.Stream", "System.Threading.Tasks.", "WorkflowRecovery.ServiceDefaults.Bus.", "WorkflowRecovery.ServiceDefaults.Outgoing.",
        "WorkflowRecovery.ServiceDefaults.Database.",
    ];

    private static readonly string[] PureNamespaces = ["WorkflowRecovery.Scorer.Decisions"];

    public static TheoryData<string> PureTypes { get; } =
    [
        "Console.Queue.Outbreak",
        "Console.Queue.QueueFilter",
        "Console.Queue.QueueView",
        "Console.Queue.QueueWorkflow",
        "Console.Queue.Selection",
        "Console.Orders.CaseRules",
        "Console.Orders.NoteRules",
        "Console.Orders.OrderMaking",
        "Console.Orders.OrderMessages",
        "Console.Orders.OrderRules",
        "Console.Orders.RequestRules",
        "Console.Orders.TicketDraft",
        "Featurizer.Extraction.Kin",
        "Featurizer.Extraction.MatrixExtraction",
        "Featurizer.Extraction.SeenTask",
        "Ingestor.Intake.AssistanceRules",
        "Ingestor.Intake.IntakeParser",
        "Ingestor.Intake.MessageRules",
        "Ingestor.Intake.Observation",
        "Ingestor.Intake.Rule",
        "Ingestor.Intake.UnreadableBody",
        "Retrainer.Examples.Answer",
        "Retrainer.Examples.ExampleChoice",
        "Retrainer.Promotion.Candidates",
        "Retrainer.Promotion.LiveCase",
        "Retrainer.Promotion.PromotionPolicy",
        "Retrainer.Promotion.ShadowTrial",
        "Retrainer.Training.RetrainingSchedule",
        "Scorer.Feedback.Answering",
        "Scorer.Feedback.ConfidenceReport",
        "Scorer.Feedback.OrderedPlan",
        "Scorer.Feedback.PlanMass",
        "Scorer.Models.ModelSet",
        "Scorer.Rules.RuledJudgement",
        "Scorer.Scoring.Judge",
        "Scorer.Scoring.Judgement",
        "Scorer.Scoring.MatrixReading",
        "Scorer.Scoring.PlanValues",
        "Scorer.Scoring.ReasonWriter",
    ];

    [Theory]
    [MemberData(nameof(PureTypes))]
    public void A_class_that_thinks_mentions_no_database_bus_log_clock_or_configuration(string name)
    {
        var type = Assert.Single(Compiled.OfServices, type => type.FullName == $"WorkflowRecovery.{name}");

        Assert.DoesNotContain(Mentioned(type), IsImpure);
    }

    [Fact]
    public void So_does_every_class_of_a_room_for_thinking()
    {
        var types = Compiled.OfServices.Where(type => PureNamespaces.Contains(type.Namespace)).ToList();

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types.SelectMany(Mentioned), IsImpure);
    }

    [Fact]
    public void A_consumer_would_be_found_out() =>
        Assert.Contains(Mentioned(Compiled.OfServices.Single(type => type.Name == "MatrixConsumer")), IsImpure);

    private static bool IsImpure(string mentioned) => Impure.Any(prefix => mentioned.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The types of fields, parameters, results and local variables, taken apart.</summary>
    private static IEnumerable<string> Mentioned(Type type)
    {
        var bodies = type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)).ToList();
        return type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(bodies.SelectMany(body => body.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetMethods(Everything).Select(method => method.ReturnType))
            .Concat(bodies.SelectMany(body => body.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
            .SelectMany(Parts)
            .Select(part => part.FullName ?? part.Name);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Prepend(type);
}
