using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Announcements;
using PolicyTracker.Web.Records;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>Each form as an editor opens it: every field is empty, or holds what is stored and nothing else.</summary>
public sealed class FormsTests(TrackerApplication app) : BunitContext, IClassFixture<TrackerApplication>, IAsyncLifetime
{
    private static readonly Guid Chosen = Guid.CreateVersion7();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
            shown.FindAll("input[name=existing], input[name=goal], input[name=pillar]"),
            s => Assert.Equal(Chosen.ToString(), s.GetAttribute("data-value"))
        );
        Assert.All(shown.FindAll("input[name=to]"), s => Assert.Equal("stalled", s.GetAttribute("data-value")));
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
            Assert.All(
                fields,
                f => Assert.Equal(f.Name is "why" or "reason" or "on" or "dispute" ? "" : stored.Values[f.Name] ?? "", f.Value)
            );
        }
    }

    [Theory]
    [InlineData(RecordKind.Pillar)]
    [InlineData(RecordKind.Actor)]
    [InlineData(RecordKind.Initiative)]
    public async Task A_record_is_found_by_words_of_its_name_while_they_are_typed_and_a_list_that_is_cut_says_so(RecordKind kind)
    {
        AddChoices();
        var total = await CrowdAsync(kind);
        var oldest = (await app.Get<RecordQueries>().ListAsync(kind)).Items.First(r =>
            !r.Label.StartsWith("Crowd", StringComparison.Ordinal)
        );
        Guid? set = null;
        var lists = Render<MudPopoverProvider>();
        void Lists(string words) =>
            lists.WaitForAssertion(
                () => Assert.Contains(words, lists.Find(".mud-popover-open").TextContent, StringComparison.Ordinal),
                Patience
            );
        var field = Render<ChoiceField>(p =>
            p.Add(f => f.Label, "The one")
                .Add(f => f.Name, "one")
                .Add(f => f.Kind, kind)
                .Add(f => f.Value, oldest.Id)
                .Add(f => f.Set, v => set = v)
        );
        Assert.Equal(oldest.Label, field.Find("input").GetAttribute("value"));

        await field.Find("input").InputAsync("");
        Lists($"The newest 50 of {total} are listed.");
        await field.Find("input").InputAsync("no such words");
        Lists("No name holds “no such words”.");
        await AddAsync(kind, "A name of today");
        await field.Find("input").InputAsync("NAME of tod");
        Lists("A name of today");
        await field.InvokeAsync(() => lists.Find(".mud-popover-open .mud-list-item").Click());
        field.WaitForAssertion(() => Assert.Equal("A name of today", field.Find("input").GetAttribute("value")), Patience);
        Assert.NotNull(set);
        Assert.NotEqual(oldest.Id, set);
    }

    [Fact]
    public async Task A_list_of_topics_that_is_too_long_says_of_how_many_keeps_what_is_chosen_and_finds_the_others_by_name()
    {
        AddChoices();
        var total = await CrowdAsync(RecordKind.Topic);
        var oldest = (await app.Get<RecordQueries>().ListAsync(RecordKind.Topic)).Items.First(r =>
            !r.Label.StartsWith("Crowd", StringComparison.Ordinal)
        );
        var field = Render<TopicChoice>(p => p.Add(f => f.Chosen, [oldest.Id]).Add(f => f.Set, _ => { }));
        await field.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        field.WaitForAssertion(() => Assert.Contains(oldest.Label, field.Find("details").TextContent, StringComparison.Ordinal));
        Assert.Contains($"The newest 50 of {total} are listed.", field.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await field.Find("input[type=search]").InputAsync("crowd 07");
        field.WaitForAssertion(() =>
            Assert.Contains("1 name holds “crowd 07”", field.Find("[role=status]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Crowd 07", field.Find("details").TextContent, StringComparison.Ordinal);
        Assert.Contains(oldest.Label, field.Find("details").TextContent, StringComparison.Ordinal);
        await field.Find("input[type=search]").InputAsync("no such words");
        field.WaitForAssertion(() =>
            Assert.Contains("No name holds “no such words”.", field.Find("[role=status]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains(oldest.Label, field.Find("details").TextContent, StringComparison.Ordinal);
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
        AddMud();
    }

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
        form.FindAll("input:not([type=checkbox]):not([type=file]):not([type=hidden]):not([data-value]), textarea")
            .Select(f => (f.GetAttribute("name") ?? "", f.GetAttribute("value") ?? f.TextContent));

    private async Task OpenAsync()
    {
        await app.AddAccountAsync("writer" + Guid.NewGuid().ToString("n")[..8], Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var account = await db.Users.Select(u => u.Id).FirstAsync();
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(account));
        _scope = app.Services.CreateScope();
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        Services.AddSingleton(app.Get<EditEvents>());
        Services.AddSingleton(app.Get<HistoryEdits>());
        Services.AddScoped<EditNotices>(); // its messages are the test's, as the pages are
        AddMud();
        SetRendererInfo(new RendererInfo("Server", true));
        var module = JSInterop.SetupModule("/draft.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string>("tab").SetResult(Guid.NewGuid().ToString());
    }

    // The list of a field is shown by a component of the layout, which a test renders where it looks at it.
    private void AddMud()
    {
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
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
