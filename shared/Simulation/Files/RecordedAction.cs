using System.Globalization;
using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Files;

/// <summary>
/// One record as the console's dump has it, irregular where real dumps are: values are text, the empty ones too; early
/// records lack keys and hold a single site as a bare name; a task left out of the form holds its action only; memory is
/// now and then given in GB; one site name now and then ends in a no-break space.
/// </summary>
internal static class RecordedAction
{
    private const string MisspeltSite = "T3_US_NERSC";
    private const double MisspeltShare = 0.1;
    private const double GigabyteShare = 0.5;
    private const double BareShare = 0.6;

    private static readonly DateTimeOffset AllKeysSince = new(2017, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ListsSince = new(2018, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Utf8JsonWriter json, SimulatedTask task)
    {
        var random = SeededRandom.For(1, task.Task);
        json.WriteStartObject();
        json.WriteStartObject("errors");
        WriteSide(json, "good_sites", task.Matrix.Cells.Where(cell => cell.Readiness.IsGood()), random);
        WriteSide(json, "bad_sites", task.Matrix.Cells.Where(cell => !cell.Readiness.IsGood()), random);
        json.WriteEndObject();
        json.WriteStartObject("parameters");
        json.WriteString("action", task.Action.Kind.ToName());
        if (task.ParametersGiven)
            WriteParameters(json, task, random);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string side, IEnumerable<MatrixCell> cells, SeededRandom random)
    {
        json.WriteStartObject(side);
        foreach (var code in cells.GroupBy(cell => cell.Code))
        {
            json.WriteStartObject(code.Key.ToString(CultureInfo.InvariantCulture));
            foreach (var cell in code)
                json.WriteNumber(cell.Site == MisspeltSite && random.Chance(MisspeltShare) ? cell.Site + '\u00a0' : cell.Site, cell.Count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, SimulatedTask task, SeededRandom random)
    {
        var action = task.Action;
        json.WriteString("splitting", action.Splitting ?? "");
        json.WriteString("memory", Memory(action.MemoryMb, random));
        if (action.Kind is not (RecoveryActionKind.Acdc or RecoveryActionKind.Recovery))
            return;

        json.WriteString("xrootd", Switch(action.Xrootd));
        if (task.ReportedAt >= AllKeysSince || action.Secondary is not null)
            json.WriteString("secondary", Switch(action.Secondary));
        if (task.ReportedAt >= AllKeysSince || action.Cores is not null)
            json.WriteString("cores", action.Cores?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (action.Kind == RecoveryActionKind.Recovery)
            json.WriteString("group", "production");
        WriteSites(json, task, random);
    }

    private static void WriteSites(Utf8JsonWriter json, SimulatedTask task, SeededRandom random)
    {
        if (task.Action.Sites is [var only] && task.ReportedAt < ListsSince && random.Chance(BareShare))
        {
            json.WriteString("sites", only);
            return;
        }

        json.WriteStartArray("sites");
        foreach (var site in task.Action.Sites)
            json.WriteStringValue(site);
        json.WriteEndArray();
    }

    private static string Memory(int? megabytes, SeededRandom random) => megabytes switch
    {
        null => "",
        { } value when value % 1024 == 0 && random.Chance(GigabyteShare) => string.Create(CultureInfo.InvariantCulture, $"{value / 1024}gb"),
        { } value => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Switch(bool? on) => on switch { true => "enabled", false => "disabled", null => "" };
}
