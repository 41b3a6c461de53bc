using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>
/// The matrix of a task as a picture: the colour tells good sites from bad ones and, by powers of ten, the number of jobs; bad cells have
/// a corner too. The arrow keys walk from cell to cell; a table says the same.
/// </summary>
public partial class MatrixPicture
{
    private const int CellWidth = 28;
    private const int CellHeight = 21;
    private const int HeadHeight = 160;
    private const int CodesWidth = 330;
    private const int MeaningLetters = 29;
    private const int SiteLetters = 20;
    private const int Corner = 6;

    private MatrixLayout _layout = new([], [], []);
    private IReadOnlyList<Lane> _rows = [];
    private IReadOnlyList<Lane> _columns = [];
    private ElementReference[] _elements = [];
    private SiteErrorMatrix? _shown;
    private int _current;
    private bool _asTable;

    /// <summary>The matrix.</summary>
    [Parameter, EditorRequired]
    public required SiteErrorMatrix Matrix { get; set; }

    /// <summary>What it is of.</summary>
    [Parameter]
    public string Caption { get; set; } = "Failed jobs by error code and site";

    /// <summary>Sites with a column of their own.</summary>
    [Parameter]
    public int MostSites { get; set; } = 60;

    /// <summary>Codes with a row of their own.</summary>
    [Parameter]
    public int MostCodes { get; set; } = 40;

    private int Height => HeadHeight + (_rows.Count == 0 ? 0 : _rows[^1].Start + CellHeight) + 4;

    private int Width => _columns.Count == 0 ? 0 : _columns[^1].Start + CellWidth;

    protected override void OnParametersSet()
    {
        if (Matrix.Equals(_shown))
            return;

        _shown = Matrix;
        _layout = MatrixLayout.Of(Matrix, MostSites, MostCodes);
        _rows = Lane.Place([.. _layout.Rows.Select(row => row.Code is null ? "others" : row.IsLostWork ? "lost" : row.Group)], CellHeight);
        _columns = Lane.Place([.. _layout.Columns.Select(column => column.Group)], CellWidth);
        _elements = new ElementReference[_layout.Cells.Count];
        _current = 0;
    }

    private void Toggle() => _asTable = !_asTable;

    private async Task MoveAsync(KeyboardEventArgs key)
    {
        var next = CellMoves.Next(_layout.Cells, _current, key.Key);
        if (next == _current)
            return;

        _current = next;
        await _elements[next].FocusAsync();
    }

    private (int X, int Y) PlaceOf(PictureCell cell) => (_columns[cell.Column].Start, HeadHeight + _rows[cell.Row].Start);

    private int Baseline(int row) => HeadHeight + _rows[row].Start + 15;

    private string LineOf(int row) => $"M0 {HeadHeight + _rows[row].Start + CellHeight - 1}H{Width}";

    private static string CornerAt(int x, int y) => $"M{x + CellWidth - 1 - Corner} {y}h{Corner}v{Corner}z";
}
