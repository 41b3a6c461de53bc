using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.Wr.Study.Charts.Pages;

/// <summary>How the page looks, and the policy that allows this style and nothing else. No sign in it may need escaping, since a browser reads it as it stands.</summary>
internal static class StyleSheet
{
    public static readonly string Text = """

        :root { color-scheme: light dark; --page: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --shade: #f6f8fa; --link: #0a58a8; --blue: #0072b2; --on-blue: #ffffff; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #14171c; --ink: #e3e7ec; --soft: #9aa4af; --line: #343b44; --shade: #1c2128; --link: #6cb6ff; --blue: #3391d4; --on-blue: #000000; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 50rem; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0 1rem; }
        h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
        p, ul { margin: 0 0 0.9rem; }
        a { color: var(--link); }
        nav { margin: 1.5rem 0; padding: 0.75rem 1rem; background: var(--shade); border: 1px solid var(--line); border-radius: 6px; font-size: 0.92rem; }
        nav ol { margin: 0; padding-left: 1.6rem; }
        nav li { margin: 0.2rem 0; }
        figure { margin: 1.25rem 0 1.75rem; }
        figcaption, caption { color: var(--soft); font-size: 0.92rem; text-align: left; padding: 0.4rem 0; }
        .wide { overflow-x: auto; margin: 0 0 0.5rem; }
        svg { display: block; }
        figure svg { max-width: 100%; min-width: 600px; height: auto; }
        table { border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
        th, td { padding: 0.35rem 0.8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        tbody th { font-weight: normal; }
        thead th { border-bottom: 2px solid var(--soft); white-space: nowrap; }
        .right { text-align: right; white-space: nowrap; }
        .centre { text-align: center; }
        @media (min-width: 75rem) {
          body { max-width: 72rem; display: grid; grid-template-columns: 15rem minmax(0, 50rem); column-gap: 3rem; }
          header, main { grid-column: 2; }
          nav { grid-column: 1; grid-row: 1 / span 2; align-self: start; position: sticky; top: 1.5rem; margin: 0.75rem 0 0; max-height: 94vh; overflow-y: auto; }
        }
        @media print {
          :root { color-scheme: light; --page: #ffffff; --ink: #000000; --soft: #333333; --line: #999999; --shade: #ffffff; --link: #000000; --blue: #0072b2; --on-blue: #ffffff; }
          body { display: block; max-width: none; padding: 0; font-size: 10pt; }
          nav { position: static; max-height: none; }
          .wide { overflow: visible; }
          figure svg { min-width: 0; }
          figure, tr { break-inside: avoid; }
          h2, caption { break-after: avoid; }
          rect, path { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>As the content of a meta element; the style is named by its digest.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; base-uri 'none'; form-action 'none'";
}
