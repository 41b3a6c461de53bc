using System.Globalization;

namespace WorkflowRecovery.Simulation.Facts;

/// <summary>What was measured of one month of requests.</summary>
/// <param name="Start">First instant of the month, UTC.</param>
/// <param name="Records">Recorded tasks.</param>
/// <param name="OtherShare">Part of them with an action other than ACDC, from 0 to 1.</param>
internal sealed record MonthFact(DateTimeOffset Start, double Records, double OtherShare)
{
    public static IReadOnlyList<MonthFact> Measured { get; } = FactFile.Read("months.csv", row => new MonthFact(
        MonthStart(row[0]), FactFile.Number(row[1]), FactFile.Number(row[2]) / 100));

    /// <summary>The month of a time; outside the measured ones it is like the mean of the last twelve.</summary>
    public static MonthFact Of(DateTimeOffset time)
    {
        var start = new DateTimeOffset(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var lastYear = Measured.TakeLast(12);
        return Measured.FirstOrDefault(month => month.Start == start)
            ?? new MonthFact(start, lastYear.Average(month => month.Records), lastYear.Average(month => month.OtherShare));
    }

    public static DateTimeOffset MonthStart(string month) =>
        DateTimeOffset.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
