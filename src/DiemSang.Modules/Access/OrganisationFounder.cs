using DiemSang.Modules.Shared.Data;
using Npgsql;

namespace DiemSang.Modules.Access;

/// <summary>
/// Adds organisations. An operator's act: it goes through the owner's connection, because no tenant may create tenants.
/// </summary>
public sealed class OrganisationFounder(DatabaseConnections connections)
{
    /// <returns>False when an organisation with this code is already there; nothing is changed then.</returns>
    public async Task<bool> FoundAsync(Organisation organisation, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(connections.Owner);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("""
            insert into access.organisation (id, parent_id, code, name, name_folded, short_name, place, kind)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (code) do nothing
            """, connection);
        command.Parameters.AddWithValue(organisation.Id);
        command.Parameters.AddWithValue((object?)organisation.ParentId ?? DBNull.Value);
        command.Parameters.AddWithValue(organisation.Code);
        command.Parameters.AddWithValue(organisation.Name);
        command.Parameters.AddWithValue(organisation.Folded().NameFolded);
        command.Parameters.AddWithValue(organisation.ShortName);
        command.Parameters.AddWithValue(organisation.Place);
        command.Parameters.AddWithValue(Naming.ToSnake(organisation.Kind.ToString()));
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    public async Task<Guid?> FindAsync(string code, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(connections.Owner);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("select id from access.organisation where code = $1", connection);
        command.Parameters.AddWithValue(code);
        return await command.ExecuteScalarAsync(cancel) as Guid?;
    }
}
