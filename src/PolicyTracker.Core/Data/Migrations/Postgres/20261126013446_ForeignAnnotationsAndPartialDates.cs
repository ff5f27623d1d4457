using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Postgres
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "day");

            migrationBuilder.AddColumn<string>(
                name: "ForeignDigest",
                table: "Annotations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ForeignId",
                table: "Annotations",
                type: "character varying(300)",
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
