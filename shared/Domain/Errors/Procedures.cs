namespace WorkflowRecovery.Domain.Errors;

/// <summary>What the operators' console advised per code (WorkflowWebTools, 2017-2021), in our words.</summary>
internal static class Procedures
{
    public static string? For(int code) => code switch
    {
        84 or 92 => "ACDC. When the same files fail a second time, ask the transfer team or the site's support.",
        85 => "ACDC. When the same files fail a second time, ask the transfer team or the site's support. "
            + "A decompression error points at one bad node: report it at once.",
        8020 or 8021 or 8028 => "See that the file still exists, then ACDC.",
        11003 or 50513 or 71304 or 71305 or 71306 => "ACDC.",
        50660 => "ACDC with more memory.",
        61202 => "ACDC when it has passed; otherwise tell the team that runs the pilot factories.",
        137 => "Look at the site's status page, open a ticket for the site and drain it.",
        99109 => "Look at the site's readiness. When it has passed, ACDC; when the site is at fault, open a ticket, drain it, kill and clone.",
        134 or 8001 or 8002 or 99303 => "A strong failure: report it at once.",
        8004 => "Tell the site's support at once.",
        73 => "A matter for the developers: open an issue.",
        71104 => "Bring the input from tape to another site, or wait until the draining site is back.",
        _ => null,
    };
}
