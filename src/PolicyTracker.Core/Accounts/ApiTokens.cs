using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Accounts;

/// <summary>What a program's token may do. Reading needs none.</summary>
public static class Scopes
{
    /// <summary>May add announcements and versions of their texts.</summary>
    public const string Announce = "announce";

    /// <summary>May annotate.</summary>
    public const string Annotate = "annotate";

    /// <summary>Every scope with what it allows.</summary>
    public static IReadOnlyList<(string Name, string Allows)> All =>
        [(Announce, AccountTexts.Texts["MayAnnounce"]), (Annotate, AccountTexts.Texts["MayAnnotate"])];
}

/// <summary>Whom a token speaks for, and what it may do.</summary>
public sealed record TokenHolder(Editor Editor, IReadOnlyList<string> Scopes);

/// <summary>Tokens with which programs act for an account.</summary>
public sealed class ApiTokens(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>Makes a token.</summary>
    /// <returns>The token, which is shown once.</returns>
    /// <exception cref="Refusal">A field is missing or out of range.</exception>
    public async Task<string> MakeAsync(
        Editor by,
        string name,
        IReadOnlyCollection<string> scopes,
        int days,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(scopes);
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
        {
            throw Refusal.TokenWithoutName();
        }

        var unknown = scopes.Except(Scopes.All.Select(s => s.Name)).ToList();
        if (scopes.Count == 0 || unknown.Count > 0 || days is < 1 or > 365)
        {
            throw Refusal.TokenWithoutScope();
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (by.AccountId is not { } account || (await db.RolesOfAsync(account, cancel)).Count == 0)
        {
            throw Refusal.TokenNotAllowed();
        }

        var (secret, now) = (ApiToken.Mark + Secret.Make(), clock.GetUtcNow().UtcDateTime);
        db.Add(
            new ApiToken
            {
                AccountId = account,
                Name = name.Trim(),
                Hash = Secret.Hash(secret),
                Scopes = string.Join(' ', scopes.Distinct()),
                MadeAt = now,
                ExpiresAt = now.AddDays(days),
            }
        );
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Whom a token speaks for; null where it is unknown, has expired, or its account is disabled.</summary>
    public async Task<TokenHolder?> FindAsync(string secret, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await (
            from t in db.Set<ApiToken>()
            where t.Hash == hash && t.ExpiresAt > now
            join u in db.Users on t.AccountId equals u.Id
            where u.DisabledAt == null
            select new
            {
                t.Id,
                t.Scopes,
                t.UsedAt,
                t.AccountId,
                u.UserName,
            }
        ).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        if (found.UsedAt is null || found.UsedAt < now.AddMinutes(-1))
        {
            using var turn = await db.WaitForTurnAsync(cancel);
            await db.Set<ApiToken>().Where(t => t.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), cancel);
        }

        return new(new Editor(found.UserName!, found.AccountId, EditOrigin.Api), found.Scopes.Split(' '));
    }

    /// <summary>The tokens of an account, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(Guid account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ApiToken>().AsNoTracking().Where(t => t.AccountId == account).OrderByDescending(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>Ends a token of an account.</summary>
    public async Task EndAsync(Guid account, Guid token, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<ApiToken>().Where(t => t.AccountId == account && t.Id == token).ExecuteDeleteAsync(cancel);
    }
}
