using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.DeadLetters;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>Publishes the events of a file as the outside party would and shows what comes back for each.</summary>
internal static class FileRecommendation
{
    public static async Task<int> RunAsync(RunningInstance instance, string path, bool json, CancellationToken cancellation)
    {
        var events = SentEvent.In(await File.ReadAllBytesAsync(path, cancellation));
        await using var listener = await RecommendationListener.StartAsync(instance.OutsideAddress, cancellation);
        foreach (var one in events)
            await instance.Outside.SendOutsideAsync(RoutingKeys.WorkflowAssistance, nameof(WorkflowAssistanceRequested), one.MessageId, one.Body);
        var answers = await Bars.ShowAsync("recommend", progress => new AnswerWait(instance, listener, progress).RunAsync(events, cancellation));
        if (json)
            Output.WriteJson(new { answers.Recommendations, answers.Rejected, answers.Unanswered });
        else
            Describe(answers);
        return answers is { Rejected.Count: 0, Unanswered: 0 } ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Describe(Answers answers)
    {
        if (answers.Recommendations.Count > 0)
            RecommendationTable.Show(answers.Recommendations.Select(one => one.Deserialize<RecoveryRecommended>(ServiceDefaults.Wire.WireJson.Options)!));
        foreach (var letter in answers.Rejected)
            Console.WriteLine($"Rejected: {letter.Reason} ({Hint.To($"dead-letters show {letter.Id}")})");
        if (answers.Unanswered > 0)
            Console.WriteLine($"No answer for {answers.Unanswered} events yet. Look at: {Hint.To("status")}, {Hint.To("dead-letters list")}");
    }
}
