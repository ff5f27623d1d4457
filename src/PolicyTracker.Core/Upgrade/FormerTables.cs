using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Rules;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Upgrade;

/// <summary>Copies the tables of a store from before the first release, all but the history, within the database.</summary>
/// <param name="db">The new store, which has its tables already.</param>
/// <param name="former">The name under which the database knows the old store.</param>
internal sealed class FormerTables(TrackerDb db, string former)
{
    // The history, and what there was none of.
    private static readonly Type[] Others =
    [
        typeof(Edit),
        typeof(Revision),
        typeof(Jurisdiction),
        typeof(EditorialRule),
        typeof(Dispute),
        typeof(RecordThread),
        typeof(ThreadMessage),
        typeof(Mention),
        typeof(PrivateNote),
    ];

    /// <summary>Copies them, each after those that it refers to.</summary>
    public async Task CopyAsync(CancellationToken cancel)
    {
        var model = db.Model.GetRelationalModel();
        foreach (var table in InOrder(model).Where(t => !Others.Contains(t.EntityTypeMappings.First().TypeBase.ClrType)))
        {
            var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
            var values = string.Join(", ", table.Columns.Select(c => ExpressionOf(table, c)));
            var sql = $"""INSERT INTO "{table.Name}" ({names}) SELECT {values} FROM {former}."{NameOf(table)}" """;
            await db.Database.ExecuteSqlRawAsync(sql, cancel);
            await CountOnAsync(table, cancel);
        }

        // What the last program before did once is done in every store that it opened.
        await db.Settings.Where(s => s.Name == "status-by-day").ExecuteDeleteAsync(cancel);
        await TurnProposalsAsync(cancel);
    }

    private async Task TurnProposalsAsync(CancellationToken cancel)
    {
        foreach (var edit in await db.Set<ProposedEdit>().AsNoTracking().ToListAsync(cancel))
        {
            var turned = Approvals.RecordsOf(edit.Records).Select(r => r with { Content = FormerContent.OfProposal(r.Kind, r.Content) });
            var written = JsonSerializer.Serialize(turned);
            await db.Set<ProposedEdit>()
                .Where(e => e.Id == edit.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Records, written), cancel);
        }
    }

    private static string NameOf(ITable table) => table.Name == "FormerSlugs" ? "OldAddresses" : table.Name;

    private string ExpressionOf(ITable table, IColumn column) =>
        (table.EntityTypeMappings.First().TypeBase.ClrType.Name, column.Name) switch
        {
            (nameof(ProposedEdit), nameof(ProposedEdit.Origin)) => $"'{WireNames.Of(EditOrigin.NotKept)}'",
            (_, nameof(IHasJurisdiction.JurisdictionId)) => $"CAST(NULL AS {column.StoreType})",
            (nameof(Announcement), nameof(Announcement.FirstDay)) => "\"Date\"",
            (nameof(Announcement), nameof(Announcement.Date)) =>
                """substr(CAST("Date" AS text), 1, CASE "DatePrecision" WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)""",
            _ when db is PostgresTrackerDb => $"CAST(\"{column.Name}\" AS {column.StoreType})", // numbers were texts
            _ => $"\"{column.Name}\"",
        };

    // Rows that the database numbers go on behind those that were copied.
    private async Task CountOnAsync(ITable table, CancellationToken cancel)
    {
        var numbered = table.PrimaryKey!.Columns.Where(c =>
            c.PropertyMappings.Any(m => m.Property.ValueGenerated == ValueGenerated.OnAdd && m.Property.ClrType == typeof(int))
        );
        foreach (var column in db is PostgresTrackerDb ? numbered : [])
        {
            var sql = $"""
                SELECT setval(
                    pg_get_serial_sequence('"{table.Name}"', '{column.Name}'),
                    (SELECT coalesce(max("{column.Name}"), 0) + 1 FROM "{table.Name}"),
                    false
                )
                """;
            await db.Database.ExecuteSqlRawAsync(sql, cancel);
        }
    }

    private static List<ITable> InOrder(IRelationalModel model)
    {
        var ordered = new List<ITable>();
        foreach (var table in model.Tables)
        {
            Add(table);
        }

        return ordered;

        void Add(ITable table)
        {
            if (!ordered.Contains(table))
            {
                foreach (var parent in table.ForeignKeyConstraints.Select(k => (ITable)k.PrincipalTable).Where(p => p != table))
                {
                    Add(parent);
                }

                ordered.Add(table);
            }
        }
    }
}
