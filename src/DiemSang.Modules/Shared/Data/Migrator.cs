using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DiemSang.Modules.Shared.Data;

/// <summary>Applies db/migrations/*.sql (embedded in this assembly) in the order of their names, each in a transaction, under an advisory lock.</summary>
public sealed class Migrator(DatabaseConnections connections)
{
    private const long LockKey = 0x4469656D53616E67; // "DiemSang"

    /// <returns>Names of the migrations applied now.</returns>
    /// <exception cref="InvalidOperationException">A migration that was applied has been edited since: forward-only, write a new one.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(connections.Owner);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancel);
        await EnsureApplicationRoleAsync(connection, cancel);
        await ExecuteAsync(connection, """
            create schema if not exists shared;
            create table if not exists shared.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())
            """, cancel);

        var applied = await AppliedAsync(connection, cancel);
        var now = new List<string>();
        foreach (var (name, sql) in Scripts())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (!applied.TryGetValue(name, out var known))
            {
                await ApplyOneAsync(connection, name, sql, sha256, cancel);
                now.Add(name);
            }
            else if (known != sha256)
            {
                throw new InvalidOperationException($"Migration {name} was edited after it had been applied. Migrations are forward-only: add a new file.");
            }
        }

        return now;
    }

    /// <summary>Name and text of every migration, in order.</summary>
    public static IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = typeof(Migrator).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (Path.GetFileName(name), reader.ReadToEnd());
            });
    }

    private static async Task ApplyOneAsync(NpgsqlConnection connection, string name, string sql, string sha256, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, sql, cancel);
        await using var journal = new NpgsqlCommand("insert into shared.migration (name, sha256) values ($1, $2)", connection);
        journal.Parameters.AddWithValue(name);
        journal.Parameters.AddWithValue(sha256);
        await journal.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task EnsureApplicationRoleAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var password = connections.ApplicationPassword.Replace("'", "''");
        await ExecuteAsync(connection, $"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{DatabaseConnections.ApplicationRole}') then
                create role {DatabaseConnections.ApplicationRole} login nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
            end $$;
            alter role {DatabaseConnections.ApplicationRole} password '{password}'
            """, cancel);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, sha256 from shared.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancel))
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
