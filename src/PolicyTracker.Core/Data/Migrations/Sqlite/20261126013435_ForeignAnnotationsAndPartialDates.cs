using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ForeignAnnotationsAndPartialDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DatePrecision",
                table: "Announcements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "day");

            migrationBuilder.AddColumn<string>(
                name: "ForeignDigest",
                table: "Annotations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ForeignId",
                table: "Annotations",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_ForeignId",
                table: "Annotations",
                column: "ForeignId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Annotations_ForeignId",
                table: "Annotations");

            migrationBuilder.DropColumn(
                name: "DatePrecision",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "ForeignDigest",
                table: "Annotations");

            migrationBuilder.DropColumn(
                name: "ForeignId",
                table: "Annotations");
        }
    }
}
