using System.ComponentModel.DataAnnotations;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Section <c>TodaysTools</c>: who may make the calls of today's tools.</summary>
internal sealed class ToolsOptions : IValidatableObject
{
    private const int Sha256Digits = 64;

    /// <summary>The key that <c>reportaction</c> needs, and that opens the other calls to whom sends it. Without a key nothing can be reported.</summary>
    public string? Key { get; set; }

    /// <summary>The SHA-256 of the key in hexadecimal, in place of the key.</summary>
    public string? KeySha256 { get; set; }

    /// <summary>The header that may hold the key.</summary>
    public string KeyHeader { get; set; } = "X-Recovery-Key";

    /// <summary>The parameter of the address that may hold the key; none by default, since addresses are written into logs.</summary>
    public string? KeyParameter { get; set; }

    /// <summary>Addresses and networks (CIDR) of programs that may make these calls without a key: this machine alone unless more are named.</summary>
    public IReadOnlyList<string> AllowedClients { get; set; } = [];

    /// <summary>Minutes before an order expires in which executors that poll are not told of it any more: they could not finish in time. Below the shortest time that an order may stand, an hour.</summary>
    [Range(0, 59)]
    public int StopServingMinutes { get; set; } = 10;

    /// <summary>Days that it is kept what executors were told; what they report after that is not known any more.</summary>
    [Range(30, 3650)]
    public int KeepServedDays { get; set; } = 365;

    /// <summary>What is not kept any longer.</summary>
    public IReadOnlyList<OldRows> OldTables =>
    [
        OldRows.Of("console.served_document", "served_at", TimeSpan.FromDays(KeepServedDays)),
        OldRows.Of("console.served_order", "served_at", TimeSpan.FromDays(KeepServedDays)),
    ];

    /// <summary>The hash of the key; null when there is none.</summary>
    public byte[]? KeyHash => this switch
    {
        { KeySha256.Length: > 0 } => Convert.FromHexString(KeySha256),
        { Key.Length: > 0 } => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Key)),
        _ => null,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in AllowedClients.Where(address => !TrustedAddresses.IsReadable(address)))
            yield return new($"TodaysTools:AllowedClients holds neither an address nor a network: {address}");
        if (KeySha256 is { Length: > 0 } hash && (hash.Length != Sha256Digits || !hash.All(char.IsAsciiHexDigit)))
            yield return new($"TodaysTools:KeySha256 must have {Sha256Digits} hexadecimal digits");
        if (this is { Key.Length: > 0, KeySha256.Length: > 0 })
            yield return new("TodaysTools:Key and TodaysTools:KeySha256 exclude each other");
        if (KeyHeader.Length == 0)
            yield return new("TodaysTools:KeyHeader must not be empty");
    }
}
