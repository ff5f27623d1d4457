using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Tests.Accounts;

/// <summary>Who guesses is slowed down, from wherever; who has signed in before is never kept out by it.</summary>
public sealed class SignInLimitsTests : IDisposable
{
    private readonly KnownBrowsers _browsers = new(
        new EphemeralDataProtectionProvider(),
        new PublicAddress(null, new HashSet<string>(), [], false)
    );
    private readonly SignInLimits _limits;

    public SignInLimitsTests() => _limits = new(_browsers);

    [Fact]
    public void Ten_wrong_tries_from_each_of_two_addresses_keep_nobody_else_out()
    {
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2" })
        {
            Assert.Equal(10, Guess(From(address), "ada", 20));
        }

        Assert.True(_limits.MayTry(From("192.0.2.3"), "ada"));
        Assert.False(_limits.MayTry(From("192.0.2.1"), "ADA "));
        Assert.True(_limits.MayTry(From("192.0.2.1"), "mei"));
    }

    [Fact]
    public void Guessing_from_many_addresses_ends_and_the_accounts_own_browsers_come_in()
    {
        var own = KnownFor("ada");
        Assert.Equal(90, Enumerable.Range(1, 200).Sum(i => Guess(From($"198.51.100.{i}"), "ada", 10)));
        Assert.False(_limits.MayTry(From("203.0.113.7"), "ada"));
        Assert.True(_limits.MayTry(own, "ada"));
        Assert.True(_limits.MayTry(From("203.0.113.7"), "mei"));
        Assert.False(_limits.MayTry(KnownFor("mei"), "ada")); // known for another account only

        Assert.Equal(10, Guess(own, "ada", 20)); // a stolen browser guesses no faster
    }

    [Fact]
    public void One_address_that_guesses_many_names_keeps_the_known_browsers_behind_it_in()
    {
        var own = KnownFor("ada", "192.0.2.9");
        Assert.Equal(50, Enumerable.Range(0, 100).Sum(i => Guess(From("192.0.2.9"), $"name{i}", 1)));
        Assert.False(_limits.MayTry(From("192.0.2.9"), "ada"));
        Assert.True(_limits.MayTry(own, "ada"));
    }

    [Fact]
    public void A_network_of_ipv6_is_one_address_and_codes_have_a_closer_limit()
    {
        Assert.Equal(10, Enumerable.Range(1, 20).Sum(i => Guess(From($"2001:db8:1:1::{i}"), "ada", 1)));
        Assert.True(_limits.MayTry(From("2001:db8:1:2::1"), "ada"));
        Assert.Equal(20, Enumerable.Range(1, 50).Sum(i => Guess(From($"198.51.100.{i}"), "tom", 1, isCode: true)));
    }

    [Fact]
    public void A_cookie_that_was_made_up_is_worth_nothing()
    {
        var forged = From("192.0.2.1");
        forged.Request.Headers.Cookie = "policytracker-known=CfDJ8AAAA";
        Assert.Null(_browsers.Find(forged, "ada"));
        Assert.NotNull(_browsers.Find(KnownFor("ada"), " Ada"));
    }

    public void Dispose() => _limits.Dispose();

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }

    private DefaultHttpContext KnownFor(string name, string address = "192.0.2.200")
    {
        var (first, next) = (From(address), From(address));
        _browsers.Remember(first, name);
        next.Request.Headers.Cookie = first.Response.Headers.SetCookie.ToString().Split(';')[0];
        return next;
    }

    private int Guess(HttpContext context, string name, int times, bool isCode = false)
    {
        var made = 0;
        for (var i = 0; i < times && _limits.MayTry(context, name, isCode); i++)
        {
            _limits.Count(context, name, isCode);
            made++;
        }

        return made;
    }
}
