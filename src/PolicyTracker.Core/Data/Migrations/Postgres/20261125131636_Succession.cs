using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Succession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Follows",
                table: "Commitments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_FollowsId",
                table: "Commitments",
                column: "FollowsId");

            migrationBuilder.AddForeignKey(
                name: "FK_Commitments_Commitments_FollowsId",
                table: "Commitments",
                column: "FollowsId",
                principalTable: "Commitments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Commitments_Commitments_FollowsId",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_FollowsId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "Follows",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "FollowsId",
                table: "Commitments");
        }
    }
}
