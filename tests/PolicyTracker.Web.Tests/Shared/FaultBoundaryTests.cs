using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tests.Shared;

/// <summary>A part of a page that fails takes neither the page nor what is typed along.</summary>
public sealed class FaultBoundaryTests : BunitContext
{
    [Theory]
    [InlineData("drawn")]
    [InlineData("clicked")]
    public async Task A_part_that_fails_says_so_and_what_is_typed_beside_it_stays(string when)
    {
        var page = Render<Page>();
        await page.Find("input").InputAsync("half a sen");
        await page.Find("#" + when).ClickAsync();
        var told = page.Find("[role=alert]");
        Assert.Contains("The queue has stopped working", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("What you typed until now is kept", told.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake of the part", page.Markup, StringComparison.Ordinal);
        Assert.Equal("half a sen", page.Find("input").GetAttribute("value"));

        // The rest goes on, and so does the part once what it failed of is over.
        await page.Find("input").InputAsync("half a sentence");
        Assert.Equal("half a sentence", page.Find("input").GetAttribute("value"));
        await page.Find("#mend").ClickAsync();
        await page.Find("[role=alert] button").ClickAsync();
        Assert.Empty(page.FindAll("[role=alert]"));
        Assert.NotEmpty(page.FindAll("#clicked"));
    }

    [Fact]
    public async Task A_part_that_still_fails_says_so_again()
    {
        var page = Render<Page>();
        await page.Find("#drawn").ClickAsync();
        await page.Find("[role=alert] button").ClickAsync();
        Assert.Contains("has stopped working", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_to_be_read_is_read_again_by_the_same_button()
    {
        var read = 0;
        var part = Render<FaultBoundary>(p =>
            p.Add(b => b.Part, "The queue")
                .Add(b => b.Fault, new SqliteException("database or disk is full", 13))
                .Add(b => b.Again, () => read++)
                .AddChildContent("<p>There</p>")
        );
        Assert.Contains("the store does not answer", part.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await part.Find("button").ClickAsync();
        Assert.Equal(1, read);
        part.Render(p => p.Add(b => b.Fault, null));
        Assert.Equal("There", part.Find("p").TextContent);
    }

    [Fact]
    public async Task Another_page_is_shown_whatever_became_of_the_one_before()
    {
        var page = Render<Page>();
        await page.Find("#drawn").ClickAsync();
        await page.Find("#mend").ClickAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/elsewhere");
        page.Render();
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private sealed class Page : ComponentBase
    {
        private string _typed = "";
        private bool _isFailing;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "value", _typed);
            builder.AddAttribute(2, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, e => _typed = (string)e.Value!));
            builder.CloseElement();
            builder.OpenRegion(3);
            Button(builder, "drawn", () => _isFailing = true);
            builder.CloseRegion();
            builder.OpenRegion(4);
            Button(builder, "mend", () => _isFailing = false);
            builder.CloseRegion();
            builder.OpenComponent<FaultBoundary>(5);
            builder.AddComponentParameter(6, nameof(FaultBoundary.Part), "The queue");
            builder.AddComponentParameter(
                7,
                nameof(FaultBoundary.ChildContent),
                (RenderFragment)(
                    content =>
                    {
                        content.OpenComponent<Part>(0);
                        content.AddComponentParameter(1, nameof(Part.IsFailing), _isFailing);
                        content.CloseComponent();
                    }
                )
            );
            builder.CloseComponent();
        }

        private void Button(RenderTreeBuilder builder, string id, Action click)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", id);
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, click));
            builder.CloseElement();
        }
    }

    private sealed class Part : ComponentBase
    {
        [Parameter]
        public bool IsFailing { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (IsFailing)
            {
                throw new InvalidOperationException("A mistake of the part.");
            }

            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "clicked");
            builder.AddAttribute(
                2,
                "onclick",
                EventCallback.Factory.Create(this, () => throw new InvalidOperationException("A mistake of the part."))
            );
            builder.CloseElement();
        }
    }
}
