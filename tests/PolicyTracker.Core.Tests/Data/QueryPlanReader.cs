using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>Asks SQLite before each statement how it will go about it, and notes the statements that read a large table through.</summary>
public sealed partial class QueryPlanReader : DbCommandInterceptor
{
    private static readonly HashSet<string> Large =
    [
        "Annotations",
        "Revisions",
        "Commitments",
        "CommitmentTopic",
        "StatusChanges",
        "Achievements",
        "Observations",
        "Targets",
        "SourceVersions",
        "Announcements",
        "Goals",
        "Indicators",
        "Terms",
        "RecordThreads",
        "ThreadMessages",
        "Mentions",
    ];

    /// <summary>Whether statements are looked at.</summary>
    public bool IsOn { get; set; }

    /// <summary>How many statements were looked at.</summary>
    public int Seen { get; private set; }

    /// <summary>The statements that read a table through, with their plans.</summary>
    public List<string> Scans { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Look(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Look(command);
        return new(result);
    }

    private void Look(DbCommand command)
    {
        if (!IsOn)
        {
            return;
        }

        Seen++;
        var plan = PlanOf(command);
        var isSorted = plan.Any(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        foreach (Match table in Aliases().Matches(command.CommandText))
        {
            if (
                Large.Contains(table.Groups[1].Value)
                && plan.Find(step => Regex.IsMatch(step, $"^SCAN {table.Groups[2].Value}( |$)")) is { } scan
                && !(command.CommandText.Contains("LIMIT", StringComparison.Ordinal) && !isSorted) // in the order of an index, as far as is shown
                && !(scan.Contains("USING INDEX", StringComparison.Ordinal) && IsCount().IsMatch(command.CommandText))
            ) // a true total, out of an index of what stands
            {
                Scans.Add($"{table.Groups[1].Value} is read through:\n{command.CommandText}\n{string.Join('\n', plan)}");
            }
        }
    }

    private static List<string> PlanOf(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        explain.Transaction = command.Transaction;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        }

        var plan = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^SELECT (""\w+""\.""\w+"" AS ""Key"", )?COUNT\(\*\)")]
    private static partial Regex IsCount();
}
