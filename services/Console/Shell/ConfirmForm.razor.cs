using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Shell;

/// <summary>A button that asks once more, and why, before anything is done.</summary>
public partial class ConfirmForm : ComponentBase
{
    internal const int LongestWhy = 500;

    private bool _isOpen;
    private bool _isBusy;
    private string _why = "";

    /// <summary>What is done.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What it means.</summary>
    [Parameter, EditorRequired]
    public string Question { get; set; } = "";

    /// <summary>Whether it must be said why.</summary>
    [Parameter]
    public bool NeedsWhy { get; set; } = true;

    /// <summary>Told why, once it is confirmed.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnConfirmed { get; set; }

    /// <summary>Null, or what is wrong with what was given as the reason.</summary>
    internal static string? Problem(string why) =>
        string.IsNullOrWhiteSpace(why) || why.Length > LongestWhy ? $"It must be said why, in at most {LongestWhy} characters." : null;

    private void Close() => (_isOpen, _why) = (false, "");

    private async Task ConfirmAsync()
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            await OnConfirmed.InvokeAsync(_why);
        }
        finally
        {
            _isBusy = false;
        }

        Close();
    }
}
