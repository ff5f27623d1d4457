using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PolicyTracker.Web.Shared;

/// <summary>Gives MudBlazor's components our words for what they show by themselves, in the language of the page.</summary>
internal sealed class ComponentLocalizer : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key] => this[key, []];

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] =>
        Find(key, arguments) is { } words ? new(key, words) : new(key, key, resourceNotFound: true);

    // Only what our pages show: the rest of MudBlazor's words is English.
    private static string? Find(string key, object[] arguments) =>
        key switch
        {
            "MudBaseDatePicker_NextMonth" => ComponentTexts.Texts["NextMonth", arguments[0]],
            "MudBaseDatePicker_NextYear" => ComponentTexts.Texts["NextYear", arguments[0]],
            "MudBaseDatePicker_PrevMonth" => ComponentTexts.Texts["PrevMonth", arguments[0]],
            "MudBaseDatePicker_PrevYear" => ComponentTexts.Texts["PrevYear", arguments[0]],
            "MudDataGridPager_FirstPage" => ComponentTexts.Texts["FirstPage"],
            "MudDataGridPager_InfoFormat" => ComponentTexts.Texts["PagerInfo", arguments[0], arguments[1], arguments[2]],
            "MudDataGridPager_LastPage" => ComponentTexts.Texts["LastPage"],
            "MudDataGridPager_NextPage" => ComponentTexts.Texts["NextPage"],
            "MudDataGridPager_PreviousPage" => ComponentTexts.Texts["PreviousPage"],
            "MudDataGridPager_RowsPerPage" => ComponentTexts.Texts["RowsPerPage"],
            "MudDataGrid_Loading" => ComponentTexts.Texts["Loading"],
            "MudDataGrid_SelectAllRows" => ComponentTexts.Texts["ChooseAllRows"],
            "MudDataGrid_SelectRow" => ComponentTexts.Texts["ChooseRow"],
            "MudDataGrid_ShowColumnOptions" => ComponentTexts.Texts["ColumnOptions"],
            "MudDataGrid_Sort" => ComponentTexts.Texts["SortColumn"],
            "MudDialog_Close" => ComponentTexts.Texts["CloseDialog"],
            "MudInput_Clear" => ComponentTexts.Texts["EmptyField"],
            "MudSnackbar_Close" => ComponentTexts.Texts["CloseMessage"],
            _ => null,
        };
}
