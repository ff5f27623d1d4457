using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PolicyTracker.Core.Data;

/// <summary>The store on PostgreSQL.</summary>
public sealed class PostgresTrackerDb(DbContextOptions<PostgresTrackerDb> options) : TrackerDb(options)
{
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresTrackerDb>
    {
        public PostgresTrackerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql("Host=localhost").Options);
    }
}
