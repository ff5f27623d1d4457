using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Origins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Annotations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "hand-made");
            migrationBuilder.Sql("""UPDATE "Annotations" SET "Origin" = 'seeded' WHERE "Id" IN (SELECT "RecordId" FROM "Revisions" WHERE "RecordKind" = 'annotation' AND "RecordVersion" = 1 AND "By" = 'Seed')""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Annotations");
        }
    }
}
