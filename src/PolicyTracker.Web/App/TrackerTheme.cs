using MudBlazor;

namespace PolicyTracker.Web.App;

/// <summary>
/// The colours of all pages: MudBlazor's on pages with a circuit, and through the variables of <see cref="Sheet"/> those of reading
/// pages, which load none of it. Light and dark follow the reader's choice, else the system's, without a script.
/// </summary>
public static class TrackerTheme
{
    /// <summary>The theme. Of each colour that marks a pillar, "lighten" is the ground on which its words stand.</summary>
    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = new PaletteLight
            {
                Background = "#fbfaf7",
                Surface = "#ffffff",
                TextPrimary = "#1f2328",
                TextSecondary = "#5a6069",
                LinesDefault = "#dcd8cf",
                LinesInputs = "#8b8880",
                Primary = "#1d4f7c",
                BackgroundGray = "#f1eee7",
                Error = "#b3400f",
                Info = "#1b5e96",
                Warning = "#8a5200",
                Tertiary = "#85366f",
                Success = "#1d6b4b",
                Secondary = "#4b5a6b",
                InfoLighten = "#dcebf8",
                WarningLighten = "#fbe9c8",
                TertiaryLighten = "#f6dff0",
                SuccessLighten = "#d8f0e4",
                SecondaryLighten = "#e3e8ee",
            },
            PaletteDark = new PaletteDark
            {
                Background = "#15181c",
                Surface = "#1c2025",
                TextPrimary = "#e4e6e9",
                TextSecondary = "#a3abb5",
                LinesDefault = "#343a42",
                LinesInputs = "#737c88",
                Primary = "#8fc1ee",
                BackgroundGray = "#23282e",
                Error = "#ffb27d",
                Info = "#86bff0",
                Warning = "#e9b25c",
                Tertiary = "#e59acb",
                Success = "#7fcea6",
                Secondary = "#aab9c9",
                InfoLighten = "#17344f",
                WarningLighten = "#463208",
                TertiaryLighten = "#47223d",
                SuccessLighten = "#16402e",
                SecondaryLighten = "#2d3742",
            },
        };

    // One colour for each status, told apart by colour-blind eyes too (after Okabe and Ito, darkened until white words on them, or
    // black ones in the dark, have a contrast of 4.5), and what is written on them.
    private static readonly (string Name, string Light, string Dark)[] Statuses =
    [
        ("announced", "#5b6673", "#9aa7b5"),
        ("in-progress", "#0b62a8", "#6db3f2"),
        ("delivered", "#0f6b4a", "#5fc693"),
        ("partly-delivered", "#5a6d00", "#b9cb4b"),
        ("stalled", "#8a5200", "#e6a94d"),
        ("superseded", "#66569c", "#b8a8ee"),
        ("withdrawn", "#8f2d6b", "#e791c8"),
        ("overdue", "#b3261e", "#ff9384"),
    ];

    /// <summary>The variables that the style sheets use, for light and dark.</summary>
    public static string Sheet { get; } = MakeSheet();

    private static string MakeSheet()
    {
        var (light, dark) = (Colours(Theme.PaletteLight, "light"), Colours(Theme.PaletteDark, "dark"));
        return $":root{{{light}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}:root[data-theme=dark]{{{dark}}}";
    }

    private static string Colours(Palette palette, string scheme)
    {
        (string Name, string Colour)[] colours =
        [
            ("paper", palette.Background.Value),
            ("sheet", palette.Surface.Value),
            ("ink", palette.TextPrimary.Value),
            ("quiet", palette.TextSecondary.Value),
            ("line", palette.LinesDefault.Value),
            ("line-strong", palette.LinesInputs.Value),
            ("link", palette.Primary.Value),
            ("wash", palette.BackgroundGray.Value),
            ("focus", palette.Error.Value),
            ("azure", palette.Info.Value),
            ("amber", palette.Warning.Value),
            ("plum", palette.Tertiary.Value),
            ("jade", palette.Success.Value),
            ("slate", palette.Secondary.Value),
            ("azure-wash", palette.InfoLighten),
            ("amber-wash", palette.WarningLighten),
            ("plum-wash", palette.TertiaryLighten),
            ("jade-wash", palette.SuccessLighten),
            ("slate-wash", palette.SecondaryLighten),
        ];
        var isLight = scheme == "light";
        var statuses = Statuses.Select(c => $"--st-{c.Name}:{(isLight ? c.Light : c.Dark)};");
        return $"color-scheme:{scheme};--on-st:{(isLight ? "#fff" : "#14171a")};"
            + string.Concat(colours.Select(c => $"--{c.Name}:{c.Colour};").Concat(statuses));
    }
}
