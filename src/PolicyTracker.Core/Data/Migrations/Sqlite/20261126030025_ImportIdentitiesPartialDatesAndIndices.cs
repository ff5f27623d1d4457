using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyTracker.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportIdentitiesPartialDatesAndIndices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Indicators_PillarId",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Goals_PillarId",
                table: "Goals");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_GoalId",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_InitiativeId",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ResponsibleId",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_SourceVersionId",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_SupportsKind_SupportsId",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Achievements_GoalId",
                table: "Achievements");

            migrationBuilder.DropIndex(
                name: "IX_Achievements_PillarId",
                table: "Achievements");

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
                name: "IX_Terms_Slug_Id",
                table: "Terms",
                columns: new[] { "Slug", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SourceVersions_AnnouncementId_Number_Id",
                table: "SourceVersions",
                columns: new[] { "AnnouncementId", "Number", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_Act_Sequence",
                table: "Revisions",
                columns: new[] { "Act", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_At",
                table: "Revisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_RecordKind_Sequence",
                table: "Revisions",
                columns: new[] { "RecordKind", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_OldAddresses_RecordId",
                table: "OldAddresses",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Order_Id",
                table: "Initiatives",
                columns: new[] { "Order", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_PillarId_Order_Id",
                table: "Indicators",
                columns: new[] { "PillarId", "Order", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_Unit",
                table: "Indicators",
                column: "Unit",
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_PillarId_Order_Id",
                table: "Goals",
                columns: new[] { "PillarId", "Order", "Id" },
                unique: true,
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_GoalId_Order_Id_Status",
                table: "Commitments",
                columns: new[] { "GoalId", "Order", "Id", "Status" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_GoalId_Status_Due",
                table: "Commitments",
                columns: new[] { "GoalId", "Status", "Due" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_InitiativeId_Order_Id",
                table: "Commitments",
                columns: new[] { "InitiativeId", "Order", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_RemovedAt",
                table: "Commitments",
                column: "RemovedAt",
                filter: "\"RemovedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ResponsibleId",
                table: "Commitments",
                column: "ResponsibleId",
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Date_Id",
                table: "Announcements",
                columns: new[] { "Date", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_ForeignId",
                table: "Annotations",
                column: "ForeignId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_SourceVersionId_State_Start_Id",
                table: "Annotations",
                columns: new[] { "SourceVersionId", "State", "Start", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_State_Id",
                table: "Annotations",
                columns: new[] { "State", "Id" },
                filter: "\"State\" = 'rejected'");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_SupportsId",
                table: "Annotations",
                column: "SupportsId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_SupportsKind_SupportsId_State",
                table: "Annotations",
                columns: new[] { "SupportsKind", "SupportsId", "State" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Actors_Id_Slug",
                table: "Actors",
                columns: new[] { "Id", "Slug" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Achievements_GoalId_CommitmentId_Order",
                table: "Achievements",
                columns: new[] { "GoalId", "CommitmentId", "Order" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Achievements_PillarId_Order_Id",
                table: "Achievements",
                columns: new[] { "PillarId", "Order", "Id" },
                filter: "\"RemovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Terms_Slug_Id",
                table: "Terms");

            migrationBuilder.DropIndex(
                name: "IX_SourceVersions_AnnouncementId_Number_Id",
                table: "SourceVersions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_Act_Sequence",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_At",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_RecordKind_Sequence",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_OldAddresses_RecordId",
                table: "OldAddresses");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_Order_Id",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_PillarId_Order_Id",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_Unit",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Goals_PillarId_Order_Id",
                table: "Goals");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_GoalId_Order_Id_Status",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_GoalId_Status_Due",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_InitiativeId_Order_Id",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_RemovedAt",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ResponsibleId",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_Date_Id",
                table: "Announcements");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_ForeignId",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_SourceVersionId_State_Start_Id",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_State_Id",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_SupportsId",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Annotations_SupportsKind_SupportsId_State",
                table: "Annotations");

            migrationBuilder.DropIndex(
                name: "IX_Actors_Id_Slug",
                table: "Actors");

            migrationBuilder.DropIndex(
                name: "IX_Achievements_GoalId_CommitmentId_Order",
                table: "Achievements");

            migrationBuilder.DropIndex(
                name: "IX_Achievements_PillarId_Order_Id",
                table: "Achievements");

            migrationBuilder.DropColumn(
                name: "DatePrecision",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "ForeignDigest",
                table: "Annotations");

            migrationBuilder.DropColumn(
                name: "ForeignId",
                table: "Annotations");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_PillarId",
                table: "Indicators",
                column: "PillarId");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_PillarId",
                table: "Goals",
                column: "PillarId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_GoalId",
                table: "Commitments",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_InitiativeId",
                table: "Commitments",
                column: "InitiativeId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ResponsibleId",
                table: "Commitments",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_SourceVersionId",
                table: "Annotations",
                column: "SourceVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_SupportsKind_SupportsId",
                table: "Annotations",
                columns: new[] { "SupportsKind", "SupportsId" });

            migrationBuilder.CreateIndex(
                name: "IX_Achievements_GoalId",
                table: "Achievements",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_Achievements_PillarId",
                table: "Achievements",
                column: "PillarId");
        }
    }
}
