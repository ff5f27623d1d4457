using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>
/// The six digits of an authenticator (TOTP, RFC 6238). A code of the step that is, of the one before and of the one after is taken,
/// and each once: whoever saw it typed can't use it again (section 5.2).
/// </summary>
public sealed class TimeCodes(IDbContextFactory<TrackerDb> contexts, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>How long a step is, in seconds.</summary>
    public const int Step = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Nothing is sent: the authenticator makes the codes.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    /// <inheritdoc/>
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };
    }

    /// <summary>
    /// Whether the code is one that the account's authenticator shows about now, and was not used before. It is used by that.
    /// </summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds() / Step;
        long? fitting = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(token)))
            {
                fitting = step;
            }
        }

        return fitting is { } used && await UseAsync(user.Id, used);
    }

    /// <summary>The code of a step (Unix seconds divided by <see cref="Step"/>).</summary>
    /// <param name="key">The key in base 32, as an authenticator is given it.</param>
    /// <param name="step">The step.</param>
    public static string Code(string key, long step)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what the standard says, and what authenticators do
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Bytes(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    // One statement, so that of two browsers that send a code at once one gets in. The last step used is kept beside the account's
    // key, where Identity keeps what belongs to a second step.
    private async Task<bool> UseAsync(Guid account, long step)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var used = step.ToString(CultureInfo.InvariantCulture);
        return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "AspNetUserTokens" ("UserId", "LoginProvider", "Name", "Value")
                VALUES ({account}, 'PolicyTracker', 'LastCodeStep', {used})
                ON CONFLICT ("UserId", "LoginProvider", "Name") DO UPDATE SET "Value" = excluded."Value"
                WHERE CAST("AspNetUserTokens"."Value" AS BIGINT) < CAST(excluded."Value" AS BIGINT)
                """
            ) > 0;
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var c in key.TrimEnd('=').ToUpperInvariant())
        {
            bits = (bits << 5) | Math.Max(Alphabet.IndexOf(c, StringComparison.Ordinal), 0);
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }

        return [.. bytes];
    }
}
