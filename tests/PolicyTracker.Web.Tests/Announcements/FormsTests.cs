using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Announcements;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Structure;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Announcements;

/// <summary>Each form as an editor opens it: every field is empty, or holds what is stored and nothing else.</summary>
public sealed class FormsTests(TrackerApplication app) : BunitContext, IClassFixture<TrackerApplication>
{
    private static readonly Guid Chosen = Guid.CreateVersion7();

    // Fields that begin with a value of their own.
    private static readonly Dictionary<string, string> Beginnings = new() { ["scale"] = "1" };

    private IServiceScope? _scope;

    public static TheoryData<string> Kinds { get; } = [.. AnnotationForm.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void What_marked_words_support_is_asked_for_in_empty_fields_and_shown_as_it_was_typed(string supports)
    {
        AddChoices();
        Assert.All(Fields(Render(new() { Supports = supports })), f => Assert.Equal(Beginnings.GetValueOrDefault(f.Name, ""), f.Value));

        var typed = new AnnotationForm
        {
            Supports = supports,
            Title = "A title",
            Note = "A note",
            Unit = "km",
            Scale = "1000",
            Period = "2022",
            Value = "15.4",
            Chinese = "算力",
            Pinyin = "suànlì",
            Due = new(2024, 5, 1),
            On = new(2024, 6, 1),
            Existing = Chosen,
            Goal = Chosen,
            Pillar = Chosen,
            To = Status.Stalled,
        };
        var expected = new Dictionary<string, string>
        {
            ["title"] = "A title",
            ["note"] = "A note",
            ["reason"] = "A note",
            ["unit"] = "km",
            ["scale"] = "1000",
            ["period"] = "2022",
            ["value"] = "15.4",
            ["chinese"] = "算力",
            ["pinyin"] = "suànlì",
            ["due"] = "2024-05-01",
            ["on"] = "2024-06-01",
        };
        var shown = Render(typed);
        Assert.All(Fields(shown), f => Assert.Equal(expected[f.Name], f.Value));
        Assert.All(
            shown.FindAll("select[name=existing], select[name=goal], select[name=pillar]"),
            s => Assert.Equal(Chosen.ToString(), s.GetAttribute("value"))
        );
        Assert.All(shown.FindAll("select[name=to]"), s => Assert.Equal("stalled", s.GetAttribute("value")));
    }

    public static TheoryData<RecordKind> Typed { get; } = [.. RecordQueries.Typed];

    [Theory, MemberData(nameof(Typed))]
    public async Task A_records_form_holds_what_is_stored_and_one_for_a_new_record_holds_nothing(RecordKind kind)
    {
        await OpenAsync();
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        if (kind is not (RecordKind.Goal or RecordKind.Term) && RecordQueries.Structure.Contains(kind))
        {
            var made = Render<RecordPage>(p => p.Add(r => r.Kind, Core.WireNames.Of(kind)).Add(r => r.Id, "new"));
            Assert.All(Fields(made), f => Assert.Equal("", f.Value));
        }

        foreach (var item in (await app.Get<RecordQueries>().ListAsync(kind)).Items.Take(3))
        {
            var stored = (await app.Get<RecordQueries>().FindToEditAsync(kind, item.Id))!;
            var page = Render<RecordPage>(p => p.Add(r => r.Kind, Core.WireNames.Of(kind)).Add(r => r.Id, item.Id.ToString()));
            var fields = Fields(page).ToList();
            Assert.NotEmpty(fields);
            Assert.All(fields, f => Assert.Equal(f.Name is "why" or "reason" or "on" ? "" : stored.Values[f.Name] ?? "", f.Value));
        }
    }

    [Theory]
    [InlineData(RecordKind.Pillar)]
    [InlineData(RecordKind.Topic)]
    [InlineData(RecordKind.Actor)]
    public async Task A_list_that_is_too_long_says_of_how_many_keeps_what_is_chosen_and_finds_the_others_by_name(RecordKind kind)
    {
        AddChoices();
        var total = await CrowdAsync(kind);
        var oldest = (await app.Get<RecordQueries>().ListAsync(kind)).Items.First(r =>
            !r.Label.StartsWith("Crowd", StringComparison.Ordinal)
        );
        var field = ShowChoice(kind, oldest.Id);
        var list = kind is RecordKind.Topic ? "details" : "select";
        field.WaitForAssertion(() => Assert.Contains(oldest.Label, field.Find(list).TextContent, StringComparison.Ordinal));
        Assert.Contains($"The newest 50 of {total} are listed.", field.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await field.Find("input[type=search]").ChangeAsync(new() { Value = "crowd 07" });
        field.WaitForAssertion(() =>
            Assert.Contains("1 name holds “crowd 07”", field.Find("[role=status]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Crowd 07", field.Find(list).TextContent, StringComparison.Ordinal);
        Assert.Contains(oldest.Label, field.Find(list).TextContent, StringComparison.Ordinal);
        await field.Find("input[type=search]").ChangeAsync(new() { Value = "no such words" });
        field.WaitForAssertion(() =>
            Assert.Contains("No name holds “no such words”.", field.Find("[role=status]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains(oldest.Label, field.Find(list).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_adds_can_be_chosen_in_a_form_that_is_open()
    {
        AddChoices();
        var field = ShowChoice(RecordKind.Initiative, null);
        await AddAsync(RecordKind.Initiative, "A plan of today");
        field.WaitForAssertion(
            () => Assert.Contains("A plan of today", field.Find("select").TextContent, StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public async Task The_forms_for_texts_and_files_begin_empty()
    {
        const string Slug = "miit-press-conference-2023-03-01";
        await OpenAsync();
        Assert.All(Fields(Render<NewAnnouncementPage>()).Where(f => f.Name is not "date"), f => Assert.Equal("", f.Value));
        Assert.All(Fields(Render<NewVersionPage>(p => p.Add(v => v.Slug, Slug))), f => Assert.Equal("", f.Value));
        Assert.All(Fields(Render<ImportAnnotationsPage>(p => p.Add(v => v.Slug, Slug))), f => Assert.Equal("", f.Value));
    }

    private void AddChoices()
    {
        Services.AddSingleton(app.Get<SelectOptionQueries>());
        Services.AddSingleton(app.Get<EditEvents>());
    }

    private IRenderedComponent<IComponent> ShowChoice(RecordKind kind, Guid? chosen) =>
        kind is RecordKind.Topic
            ? Render<TopicChoice>(p => p.Add(f => f.Chosen, [chosen!.Value]).Add(f => f.Set, _ => { }))
            : Render<ChoiceField>(p =>
                p.Add(f => f.Label, "The one")
                    .Add(f => f.Name, "one")
                    .Add(f => f.Kind, kind)
                    .Add(f => f.Value, chosen)
                    .Add(f => f.Set, _ => { })
            );

    // More records of a kind than a form lists; how many there are.
    private async Task<int> CrowdAsync(RecordKind kind)
    {
        for (var n = 0; n <= SelectOptionQueries.MaxListed; n++)
        {
            await AddAsync(kind, $"Crowd {n:00}");
        }

        return (await app.Get<SelectOptionQueries>().ListAsync(kind)).Total;
    }

    private Task<Guid> AddAsync(RecordKind kind, string name) =>
        app.Get<RecordEdits>()
            .SaveAsync(Editor.Seed, kind, null, 0, new Dictionary<string, string?> { ["name"] = name, ["summary"] = name }, "Added");

    private IRenderedComponent<AnnotationFields> Render(AnnotationForm form) =>
        Render<AnnotationFields>(p => p.Add(f => f.Form, form).Add(f => f.Changed, () => { }));

    // What can be typed into.
    private static IEnumerable<(string Name, string Value)> Fields<T>(IRenderedComponent<T> form)
        where T : IComponent =>
        form.FindAll("input:not([type=checkbox]):not([type=file]):not([type=hidden]), textarea")
            .Select(f => (f.GetAttribute("name") ?? "", f.GetAttribute("value") ?? f.TextContent));

    private async Task OpenAsync()
    {
        await app.AddAccountAsync("writer" + Guid.NewGuid().ToString("n")[..8], Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var account = await db.Users.Select(u => u.Id).FirstAsync();
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(account));
        _scope = app.Services.CreateScope();
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        SetRendererInfo(new RendererInfo("Server", true));
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule("/draft.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string>("tab").SetResult(Guid.NewGuid().ToString());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _scope?.Dispose();
    }

    private sealed class SignedIn(Guid account) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(
                new AuthenticationState(
                    new ClaimsPrincipal(
                        new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString()), new(ClaimTypes.Name, "writer")], "test")
                    )
                )
            );
    }
}
