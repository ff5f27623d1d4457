using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

public sealed class AccountJourneyTests(Chromium chromium) : Journeys(chromium)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        // A passkey belongs to a name, not to a number: the server is visited as localhost.
        await using var server = new TrackerServer("localhost");
        await server.StartAsync();
        var page = await Chromium.OpenAtAsync(server.Address);
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await page.SignInAsync("tom");
        await page.GotoAsync("/account");
        await page.GetByLabel("What you call it").FillAsync("This laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("This laptop, added")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page.GetByText("You are signed in as tom.")).ToBeVisibleAsync();
    }
}
