using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Core.Accounts;

/// <summary>Secrets that are shown once and kept as a hash.</summary>
internal static class Secret
{
    /// <summary>A new one of 192 random bits, in letters that an address may hold.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256, lower-case hexadecimal. A secret of this length needs no slow hash: it can't be guessed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
