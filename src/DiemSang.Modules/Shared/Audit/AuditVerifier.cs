using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DiemSang.Modules.Shared.Audit;

/// <summary>Recomputes every audit chain from its text and compares it with the stored hashes (<c>diemsang audit verify</c>).</summary>
public sealed class AuditVerifier(string ownerConnectionString)
{
    /// <param name="Organisation">Code of the organisation.</param>
    /// <param name="Entries">Number of entries read.</param>
    /// <param name="Head">Hash of the last entry, in hexadecimal: write it down elsewhere, and a shortened chain shows.</param>
    /// <param name="BrokenAt">Position of the first entry that does not fit; null when the chain is whole.</param>
    public sealed record Chain(string Organisation, long Entries, string Head, long? BrokenAt);

    public async Task<IReadOnlyList<Chain>> VerifyAsync(CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancel);
        var chains = new List<Chain>();
        foreach (var (id, code, headPosition, headHash) in await HeadsAsync(connection, cancel))
        {
            chains.Add(await VerifyChainAsync(connection, id, code, headPosition, headHash, cancel));
        }

        return chains;
    }

    private static async Task<List<(Guid Id, string Code, long Position, byte[] Hash)>> HeadsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select o.id, o.code, h.position, h.hash from shared.audit_head h join access.organisation o on o.id = h.organisation_id order by o.code", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var heads = new List<(Guid, string, long, byte[])>();
        while (await reader.ReadAsync(cancel))
        {
            heads.Add((reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)));
        }

        return heads;
    }

    private static async Task<Chain> VerifyChainAsync(
        NpgsqlConnection connection, Guid organisation, string code, long headPosition, byte[] headHash, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select e.position, hash, previous_hash, organisation_id::text, e.position::text,
                   to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), person_id::text, person_name, verb, subject_kind, subject_id, reason, before::text, after::text
            from shared.audit_entry e where organisation_id = $1 order by e.position
            """, connection);
        command.Parameters.AddWithValue(organisation);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        byte[] previous = [];
        long count = 0;
        long? brokenAt = null;
        while (await reader.ReadAsync(cancel))
        {
            count++;
            var hash = reader.GetFieldValue<byte[]>(1);
            var fits = reader.GetInt64(0) == count
                && reader.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(previous)
                && hash.AsSpan().SequenceEqual(SHA256.HashData([.. previous, .. BytesOf(reader)]));
            brokenAt ??= fits ? null : count;
            previous = hash;
        }

        if (brokenAt is null && (count != headPosition || !previous.AsSpan().SequenceEqual(headHash)))
        {
            brokenAt = count + 1;
        }

        return new Chain(code, count, Convert.ToHexStringLower(previous), brokenAt);
    }

    /// <summary>The same bytes as shared.audit_bytes: each field as length in bytes, colon, text, semicolon; null as "-;".</summary>
    private static byte[] BytesOf(NpgsqlDataReader reader)
    {
        const int firstField = 3;
        var text = new StringBuilder();
        for (var i = firstField; i < reader.FieldCount; i++)
        {
            if (reader.IsDBNull(i))
            {
                text.Append("-;");
                continue;
            }

            var field = reader.GetString(i);
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field};");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
