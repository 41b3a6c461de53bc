using System.Net;

namespace WorkflowRecovery.Console.People;

/// <summary>Addresses and networks (CIDR).</summary>
internal sealed class TrustedAddresses(IEnumerable<string> texts)
{
    public IReadOnlyList<IPNetwork> Networks { get; } = [.. texts.Select(Read)];

    public bool Contain(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && Networks.Any(network => network.Contains(plain));
    }

    public static bool IsReadable(string text) => IPNetwork.TryParse(text, out _) || IPAddress.TryParse(text, out _);

    private static IPNetwork Read(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.Parse(text) is var address ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : default;
}
