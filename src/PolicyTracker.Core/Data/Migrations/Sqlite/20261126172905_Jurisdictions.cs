using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Jurisdictions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "JurisdictionId",
                table: "Pillars",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "JurisdictionId",
                table: "Announcements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "JurisdictionId",
                table: "Actors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Jurisdictions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jurisdictions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pillars_JurisdictionId",
                table: "Pillars",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_JurisdictionId_FirstDay_Id",
                table: "Announcements",
                columns: new[] { "JurisdictionId", "FirstDay", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Actors_JurisdictionId",
                table: "Actors",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdictions_Code",
                table: "Jurisdictions",
                column: "Code",
                unique: true,
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdictions_Slug",
                table: "Jurisdictions",
                column: "Slug",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Actors_Jurisdictions_JurisdictionId",
                table: "Actors",
                column: "JurisdictionId",
                principalTable: "Jurisdictions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Announcements_Jurisdictions_JurisdictionId",
                table: "Announcements",
                column: "JurisdictionId",
                principalTable: "Jurisdictions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Pillars_Jurisdictions_JurisdictionId",
                table: "Pillars",
                column: "JurisdictionId",
                principalTable: "Jurisdictions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Actors_Jurisdictions_JurisdictionId",
                table: "Actors");

            migrationBuilder.DropForeignKey(
                name: "FK_Announcements_Jurisdictions_JurisdictionId",
                table: "Announcements");

            migrationBuilder.DropForeignKey(
                name: "FK_Pillars_Jurisdictions_JurisdictionId",
                table: "Pillars");

            migrationBuilder.DropTable(
                name: "Jurisdictions");

            migrationBuilder.DropIndex(
                name: "IX_Pillars_JurisdictionId",
                table: "Pillars");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_JurisdictionId_FirstDay_Id",
                table: "Announcements");

            migrationBuilder.DropIndex(
                name: "IX_Actors_JurisdictionId",
                table: "Actors");

            migrationBuilder.DropColumn(
                name: "JurisdictionId",
                table: "Pillars");

            migrationBuilder.DropColumn(
                name: "JurisdictionId",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "JurisdictionId",
                table: "Actors");
        }
    }
}
