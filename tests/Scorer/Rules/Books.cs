using System.Text;
using WorkflowRecovery.Rules.Books;

namespace WorkflowRecovery.Scorer.Tests.Rules;

/// <summary>Books of one rule about code 85.</summary>
internal static class Books
{
    /// <summary>The rule that orders for it.</summary>
    public static RuleBook Ordering(string state, string order = """{"action": "acdc", "splitting": "10x"}""") =>
        Of(state, $$""" "order": {{order}}""", $$""", "orders": {{order}}""");

    /// <summary>The rule that blocks.</summary>
    public static RuleBook Blocking(string state) => Of(state, "\"blocks\": true", "");

    public static byte[] Bytes(string state, string order, string orders, string name = "files") => Encoding.UTF8.GetBytes($$"""
        {
          "version": "test",
          "rules": [
            {
              "name": "{{name}}", "state": "{{state}}", "owner": "the team", "reason": "a test", "expires": "2030-01-01",
              "when": {"codes": [85]}, {{order}},
              "examples": [
                {"task": {"errors": [{"code": 85, "site": "T2_US_MIT", "count": 1}]}, "fires": true{{orders}}},
                {"task": {"errors": []}, "fires": false}
              ]
            }
          ]
        }
        """);

    private static RuleBook Of(string state, string order, string orders) => RuleBook.Parse(Bytes(state, order, orders));
}
