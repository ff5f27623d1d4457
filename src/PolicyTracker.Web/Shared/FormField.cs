using Microsoft.AspNetCore.Components;

namespace PolicyTracker.Web.Shared;

/// <summary>What the fields of forms with a circuit have in common.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>What editors know it as.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the input is called: by this a refusal finds it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Whether it gets the focus where a form is opened by a key.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    [CascadingParameter]
    internal FieldFault? Fault { get; set; }

    /// <summary>Why what stands in it was refused; null where it was not.</summary>
    protected string? Wrong => Fault is not null && Fault.IsAbout(Name) ? Fault.Text : null;
}
