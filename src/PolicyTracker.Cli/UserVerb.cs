using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Cli;

/// <summary><c>user add NAME --role editor|admin</c></summary>
internal static class UserVerb
{
    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = Texts["UserName"] };
        var role = new Option<string>("--role")
        {
            Description = Texts["UserRole"],
            Required = true,
            HelpName = "editor|admin",
        };
        role.AcceptOnlyFromAmong("editor", "admin");
        var add = new Command("add", Texts["UserAdd"]) { name, role };
        add.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        var password = OperatorSettings.Variable("password");
                        if (password is null)
                        {
                            await Console.Error.WriteAsync(Texts["AskPassword", parsed.GetValue(name), PasswordRules.MinLength]);
                            password = await Console.In.ReadLineAsync(cancel) ?? "";
                        }

                        await services
                            .GetRequiredService<AccountEdits>()
                            .AddAsync(parsed.GetValue(name)!, password, parsed.GetValue(role) == "admin" ? Roles.Admin : Roles.Editor);
                        Console.WriteLine(Texts["UserAdded", parsed.GetValue(name), parsed.GetValue(role)]);
                        return ExitCodes.Done;
                    },
                    cancel,
                    mayBegin: true
                )
        ); // on a new machine it makes the first account
        return new Command("user", Texts["User"]) { add };
    }
}
