using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataDiplomacy.Api.Tests.Data;

public class MigrationTests
{
    [Fact]
    public void Have_no_change_of_the_model_left_out()
    {
        using DataContext sqlite = new SqliteDesignTime().CreateDbContext([]), postgres = new PostgresDesignTime().CreateDbContext([]);

        (sqlite.Database.HasPendingModelChanges(), postgres.Database.HasPendingModelChanges())
            .ShouldBe((false, false), "Add a migration for each context (Data/DesignTime.cs says how).");
    }

    [Fact]
    public async Task Make_the_SQLite_schema_that_is_checked_in()
    {
        using var context = new SqliteDesignTime().CreateDbContext([]);

        await CheckedIn.MatchAsync("schema/sqlite.sql", ScriptOf(context));
    }

    [Fact]
    public async Task Make_the_PostgreSQL_schema_that_is_checked_in()
    {
        using var context = new PostgresDesignTime().CreateDbContext([]);

        await CheckedIn.MatchAsync("schema/postgres.sql", ScriptOf(context));
    }

    private static string ScriptOf(DataContext context) =>
        context.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n");
}
