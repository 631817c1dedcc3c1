using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules.Tests.Shared;

/// <summary>The SQL migrations are the truth; EF's mappings must describe them.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Model_EveryMappedColumn_ExistsWithTheSameNullability()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope();
        var model = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Model;
        var columns = await ColumnsAsync(database.Connections.Owner);

        var wrong = model.GetEntityTypes()
            .Where(entity => !entity.IsMappedToJson() && entity.GetTableName() is not null)
            .SelectMany(entity => entity.GetProperties().Select(property => Complaint(entity, property, columns)))
            .Where(complaint => complaint is not null);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Migrations_Names_AreDatedAndSaySomething() =>
        Migrator.Scripts().ShouldAllBe(script => System.Text.RegularExpressions.Regex.IsMatch(script.Name, @"^20\d\d-\d\d-\d\d_\d\d_[a-z_]+\.sql$") && script.Sql.StartsWith("-- Why:"));

    private static string? Complaint(IEntityType entity, IProperty property, Dictionary<string, bool> columns)
    {
        var name = $"{entity.GetSchema()}.{entity.GetTableName()}.{property.GetColumnName()}";
        return !columns.TryGetValue(name, out var nullable) ? $"{name} does not exist"
            : nullable != property.IsNullable ? $"{name} is {(nullable ? "nullable" : "not null")} in SQL and {(property.IsNullable ? "nullable" : "required")} in the model"
            : null;
    }

    private static async Task<Dictionary<string, bool>> ColumnsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select table_schema || '.' || table_name || '.' || column_name, is_nullable = 'YES' from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new Dictionary<string, bool>();
        while (await reader.ReadAsync())
        {
            columns[reader.GetString(0)] = reader.GetBoolean(1);
        }

        return columns;
    }
}
