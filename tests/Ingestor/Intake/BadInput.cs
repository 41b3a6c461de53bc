using System.Text;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

/// <summary>A message that breaks the contract, and what the reason must mention.</summary>
internal sealed record BadInput(string Name, string RoutingKey, byte[] Body, string[] Mentions)
{
    public static IReadOnlyList<BadInput> All { get; } = [.. Unreadable(), .. MissingOrNull(), .. WrongTypes(), .. BrokenRules(), .. TooMuch()];

    private static string Workflow => GoodBody.Workflow;

    public static BadInput Of(string name) => All.Single(bad => bad.Name == name);

    private static IEnumerable<BadInput> Unreadable()
    {
        var good = GoodBody.Text(RoutingKeys.SiteStatus);
        yield return Raw("plain text", "hello", "'h'");
        yield return Raw("empty body", "", "JSON");
        yield return Raw("white space", " \n", "JSON");
        yield return Raw("truncated", good[..^5], "JSON");
        yield return Raw("two documents", good + good, "JSON");
        yield return Raw("array at top level", $"[{good}]", "JSON");
        yield return Raw("text at top level", "\"green\"", "the message", "green");
        yield return Raw("number at top level", "42", "the message", "42");
        yield return Raw("null at top level", "null", "null");
        yield return Raw("comment", "/* a */" + good, "JSON");
        yield return Raw("comment at the end of a line", good + "// a", "JSON");
        yield return Raw("trailing comma", good[..^1] + ",}", "JSON");
        yield return Raw("single quotes", good.Replace('"', '\''), "JSON");
        yield return Raw("control character in a text", good.Replace("green", "gr\u0001een", StringComparison.Ordinal), "JSON");
        yield return Raw("unknown escape", good.Replace("green", @"gr\xeen", StringComparison.Ordinal), "JSON");
        yield return Site("lone surrogate", ("site", @"""T2_\ud800"""), "site");
        yield return Site("lone surrogate in an optional text", ("source", @"""\udc00"""), "source");
        yield return Site("lone surrogate in the name of a field", (@"readiness\ud800", "1"), "JSON");
        yield return Site("invalid escape in the name of an unknown field", (@"mor\u00zz", "1"), "JSON");
        yield return Site("NaN", ("readiness", "NaN"), "JSON");
        yield return Site("duplicate key", ("readiness", "\"red\",\"readiness\":\"green\""), "readiness");
        yield return Site("duplicate key that differs in escapes", ("readiness", @"""red"",""r\u0065adiness"":""green"""), "readiness");
        yield return Site("deep nesting in an unknown field", ("more", new string('[', 200) + new string(']', 200)), "JSON");
        yield return Assistance("deep nesting in a known field", ("errors", new string('[', 200) + new string(']', 200)), "errors");
        yield return new("byte order mark", RoutingKeys.SiteStatus, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)], ["JSON"]);
        yield return new("invalid UTF-8 in a name", RoutingKeys.SiteStatus, Encoding.Latin1.GetBytes(good.Replace("CERN", "CÉRN", StringComparison.Ordinal)), ["site"]);
        yield return new("UTF-16", RoutingKeys.SiteStatus, Encoding.Unicode.GetBytes(good), ["JSON"]);
        yield return new("bytes", RoutingKeys.SiteStatus, [0, 1, 2, 0xFF, 0xFE], ["JSON"]);
        yield return new("unknown routing key", "workflow.unheard", Encoding.UTF8.GetBytes(good), ["routing key", "workflow.unheard"]);
        yield return new("routing key in capitals", "SITE.STATUS", Encoding.UTF8.GetBytes(good), ["routing key", "SITE.STATUS"]);
        yield return new("empty routing key", "", Encoding.UTF8.GetBytes(good), ["routing key", "''"]);
        yield return new("control characters in the routing key", "a\r\nb", Encoding.UTF8.GetBytes(good), ["routing key", @"\u000d"]);
    }

    private static IEnumerable<BadInput> MissingOrNull()
    {
        foreach (var (key, field) in RequiredFields)
        {
            yield return Change($"{key} without {field}", key, (field, null), field);
            yield return Change($"{key} with {field} null", key, (field, "null"), field);
        }

        yield return Assistance("row null", ("errors", "[null]"), "errors[0]", "null");
        yield return Assistance("row without code", ("errors", """[{"site":"T2_CH_CERN","count":3}]"""), "errors[0]", "code");
        yield return Assistance("row without site", ("errors", """[{"code":1,"count":3}]"""), "errors[0]", "site");
        yield return Assistance("row without count", ("errors", """[{"code":1,"site":"T2_CH_CERN"}]"""), "errors[0]", "count");
        yield return Assistance("row with site null", ("errors", """[{"code":1,"site":null,"count":3}]"""), "errors[0].site", "null");
        yield return Assistance("site null among sites", ("sites", """["T2_CH_CERN",null]"""), "sites[1]", "null");
        yield return Assistance("log null", ("logs", "[null]"), "logs[0]", "null");
        yield return Assistance("log without text", ("logs", """[{"code":1,"site":"T2_CH_CERN"}]"""), "logs[0]", "text");
        yield return Change("reason null", RoutingKeys.ActionRecorded, ("reasons", "[null]"), "reasons[0]", "null");
        yield return Change("created null", RoutingKeys.ActionTaken, ("created", "[null]"), "created[0]", "null");
        yield return Site("empty site", ("site", "\"\""), "site", "''");
        yield return Site("blank site", ("site", @""" \u00a0"""), "site");
    }

    private static IEnumerable<(string Key, string Field)> RequiredFields =>
    [
        (RoutingKeys.WorkflowAssistance, "workflow"), (RoutingKeys.WorkflowAssistance, "task"), (RoutingKeys.WorkflowAssistance, "reportedAt"),
        (RoutingKeys.WorkflowAssistance, "errors"), (RoutingKeys.SiteStatus, "site"), (RoutingKeys.SiteStatus, "effectiveAt"),
        (RoutingKeys.ActionRecorded, "workflow"), (RoutingKeys.ActionRecorded, "recordedAt"), (RoutingKeys.ActionRecorded, "action"),
        (RoutingKeys.ActionTaken, "recommendationId"), (RoutingKeys.ActionTaken, "revision"), (RoutingKeys.ActionTaken, "workflow"),
        (RoutingKeys.ActionTaken, "takenAt"), (RoutingKeys.ActionTaken, "result"), (RoutingKeys.ActionOutcome, "workflow"),
        (RoutingKeys.ActionOutcome, "task"), (RoutingKeys.ActionOutcome, "reportedAt"), (RoutingKeys.WorkflowLeft, "workflow"), (RoutingKeys.WorkflowLeft, "leftAt"),
    ];

    private static IEnumerable<BadInput> WrongTypes()
    {
        yield return Assistance("workflow a number", ("workflow", "7"), "workflow", "7");
        yield return Assistance("errors an object", ("errors", """{"8021":3}"""), "errors", "8021");
        yield return Assistance("errors a text", ("errors", "\"8021\""), "errors", "8021");
        yield return Assistance("row a number", ("errors", "[8021]"), "errors[0]", "8021");
        yield return Assistance("number in quotes", ("memoryMb", "\"2000\""), "memoryMb", "2000");
        yield return Assistance("fraction for a whole number", ("memoryMb", "2000.5"), "memoryMb", "2000.5");
        yield return Assistance("number beyond its type", ("memoryMb", "99999999999"), "memoryMb", "99999999999");
        yield return Assistance("text for a truth value", ("hasRecoveryDocument", "\"true\""), "hasRecoveryDocument", "true");
        yield return Assistance("number for a truth value", ("hasRecoveryDocument", "1"), "hasRecoveryDocument", "1");
        yield return Assistance("sites a text", ("sites", "\"T2_CH_CERN\""), "sites", "T2_CH_CERN");
        yield return Assistance("logs a text", ("logs", "\"segmentation\""), "logs", "segmentation");
        yield return Assistance("code in quotes", ("errors", Row(code: "\"8021\"")), "errors[0].code", "8021");
        yield return Assistance("fraction of a code", ("errors", Row(code: "8021.0")), "errors[0].code", "8021.0");
        yield return Assistance("count with an exponent and a fraction", ("errors", Row(count: "15e-1")), "errors[0].count", "15e-1");
        yield return Assistance("Infinity", ("errors", Row(count: "Infinity")), "JSON");
        yield return Assistance("number with a leading zero", ("errors", Row(count: "01")), "JSON");
        yield return Site("site an array", ("site", "[\"T2_CH_CERN\"]"), "site", "T2_CH_CERN");
        yield return Site("status a truth value", ("status", "true"), "status", "true");
        yield return Change("sites of an action an object", RoutingKeys.ActionRecorded, ("sites", "{}"), "sites", "{}");
        yield return Change("recommendationId of an action not a UUID", RoutingKeys.ActionRecorded, ("recommendationId", "\"12\""), "recommendationId", "12");
        yield return Change("recommendationId not a UUID", RoutingKeys.ActionTaken, ("recommendationId", "\"r-1\""), "recommendationId", "r-1");
        yield return Change("revision a text", RoutingKeys.ActionTaken, ("revision", "\"1\""), "revision", "1");
        yield return Change("cpuHours a text", RoutingKeys.ActionOutcome, ("cpuHours", "\"1.5\""), "cpuHours", "1.5");
        yield return Change("succeeded a number", RoutingKeys.ActionOutcome, ("succeeded", "1"), "succeeded", "1");
        yield return Change("status of a departure an object", RoutingKeys.WorkflowLeft, ("status", "{}"), "status", "{}");
        yield return Site("time a number", ("effectiveAt", "1583064000"), "effectiveAt", "1583064000");
        yield return Site("time without sense", ("effectiveAt", "\"2020-13-45T99:00:00Z\""), "effectiveAt", "2020-13-45");
        yield return Site("time in words", ("effectiveAt", "\"yesterday\""), "effectiveAt", "yesterday");
        yield return Site("time of day only", ("effectiveAt", "\"12:00\""), "effectiveAt", "12:00");
        yield return Site("time before time", ("effectiveAt", "\"0001-01-01T00:00:00+05:00\""), "effectiveAt", "0001-01-01");
        yield return Site("empty time", ("effectiveAt", "\"\""), "effectiveAt", "\"\"");
    }

    private static IEnumerable<BadInput> BrokenRules()
    {
        yield return Assistance("negative count", ("errors", Row(count: "-1")), "errors[0].count", "-1");
        yield return Assistance("count over a thousand million", ("errors", Row(count: "1000000001")), "errors[0].count", "1000000001");
        yield return Assistance("second row broken", ("errors", $"[{Row()[1..^1]},{Row(count: "-5")[1..^1]}]"), "errors[1].count", "-5");
        yield return Assistance("unknown readiness in a row", ("errors", """[{"code":1,"site":"T2_CH_CERN","count":1,"readiness":"blue"}]"""), "errors[0].readiness", "blue", "green");
        yield return Assistance("negative memory", ("memoryMb", "-2000"), "memoryMb", "-2000");
        yield return Assistance("no memory", ("memoryMb", "0"), "memoryMb", "0");
        yield return Assistance("negative total", ("totalJobs", "-1"), "totalJobs", "-1");
        yield return Assistance("negative attempt", ("attempt", "-1"), "attempt", "-1");
        yield return Assistance("task of another workflow", ("task", "\"/other/Production\""), "task", "/other/Production");
        yield return Assistance("task without a leading slash", ("task", $"\"{Workflow}/Production\""), "task", "it does not begin with");
        yield return Assistance("task that is the workflow alone", ("task", $"\"/{Workflow}/\""), "task", Workflow);
        yield return Assistance("observed in the far future", ("observedAt", "\"2999-01-01T00:00:00Z\""), "observedAt", "2999");
        yield return Assistance("blank log site", ("logs", """[{"code":1,"site":" ","text":""}]"""), "logs[0].site");
        yield return Site("time ahead", ("effectiveAt", "\"2999-01-01T00:00:00Z\""), "effectiveAt", "2999");
        yield return Site("unknown readiness", ("readiness", "\"Green\""), "readiness", "Green", "yellow");
        yield return Site("unknown site status", ("status", "\"drained\""), "status", "drained", "drain");
        yield return Site("control characters in a site", ("site", @"""T2\r\n_CH"""), "site", @"\u000d\u000a");
        yield return Site("NUL in a site", ("site", @"""T2_\u0000"""), "site", @"\u0000");
        yield return Change("unknown action", RoutingKeys.ActionRecorded, ("action", "\"acdc0\""), "action", "acdc0", "clone");
        yield return Change("unknown splitting", RoutingKeys.ActionRecorded, ("splitting", "\"4x\""), "splitting", "4x", "max");
        yield return Change("unknown switch", RoutingKeys.ActionRecorded, ("xrootd", "\"on\""), "xrootd", "on", "enabled");
        yield return Change("unknown second switch", RoutingKeys.ActionRecorded, ("secondary", "\"\""), "secondary", "''", "disabled");
        yield return Change("task of another workflow in an action", RoutingKeys.ActionRecorded, ("task", "\"/other/Production\""), "task", "/other/Production");
        yield return Change("unknown result", RoutingKeys.ActionTaken, ("result", "\"ok\""), "result", "ok", "claimed");
        yield return Change("revision zero", RoutingKeys.ActionTaken, ("revision", "0"), "revision", "0");
        yield return Change("negative hours", RoutingKeys.ActionOutcome, ("cpuHours", "-0.5"), "cpuHours", "-0.5");
        yield return Change("endless hours", RoutingKeys.ActionOutcome, ("cpuHours", "1e999"), "cpuHours");
        yield return Change("negative jobs", RoutingKeys.ActionOutcome, ("recoveredJobs", "-1"), "recoveredJobs", "-1");
        yield return Change("left in the far future", RoutingKeys.WorkflowLeft, ("leftAt", "\"9999-12-31T23:59:59Z\""), "leftAt", "9999");
    }

    private static IEnumerable<BadInput> TooMuch()
    {
        yield return Assistance("long workflow", ("workflow", $"\"{new string('w', 513)}\""), "workflow", "513", "512");
        yield return Site("long site", ("site", $"\"T2_{new string('s', 600)}\""), "site", "603", "512");
        yield return Assistance("long task", ("task", $"\"/{Workflow}/{new string('t', 512)}\""), "task", "512");
        yield return Site("unknown word of many characters", ("readiness", $"\"{new string('x', 100_000)}\""), "readiness", "xxx");
        yield return Site("wrong type with much in it", ("readiness", $"[{string.Join(',', Enumerable.Repeat("\"x\"", 100_000))}]"), "readiness");
        yield return Assistance("more than a hundred thousand rows",
            ("errors", $"[{string.Join(',', Enumerable.Repeat("""{"code":1,"site":"T","count":1}""", 100_001))}]"), "errors", "100001");
        yield return Site("broken in a field with a long name", (new string('n', 1_000_000), "#"), "nnn");
        yield return Site("more than four MiB", ("more", $"\"{new string('x', Limits.BodyBytes)}\""), "body", "4194304");
    }

    private static string Row(string code = "8021", string count = "3") => $$"""[{"code":{{code}},"site":"T2_CH_CERN","count":{{count}}}]""";

    private static BadInput Raw(string name, string body, params string[] mentions) => new(name, RoutingKeys.SiteStatus, Encoding.UTF8.GetBytes(body), mentions);

    private static BadInput Site(string name, (string, string?) change, params string[] mentions) => Change(name, RoutingKeys.SiteStatus, change, mentions);

    private static BadInput Assistance(string name, (string, string?) change, params string[] mentions) => Change(name, RoutingKeys.WorkflowAssistance, change, mentions);

    private static BadInput Change(string name, string key, (string, string?) change, params string[] mentions) => new(name, key, GoodBody.Bytes(key, change), mentions);
}
