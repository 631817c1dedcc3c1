using System.Text.Encodings.Web;
using System.Text.Json;
using DiemSang.Modules.Shared.Data;
using Npgsql;
using NpgsqlTypes;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>Inserts many responses in one transaction and one round trip, whatever organisations they are for.</summary>
internal sealed class ResponseTable(NpgsqlDataSource database)
{
    // Off-line interviews and paper may arrive after closing, when they were finished before it.
    private const string Insert = """
        with given as (
          select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::text[])
            as given (id, wave_id, key, point_id, code_id, channel, helper_id, device, language, started_at, finished_at, answers))
        insert into surveys.response (organisation_id, id, wave_id, submission_key, point_id, code_id, channel, helper_id, device, language, started_at, finished_at, answers)
        select $1, g.id, g.wave_id, g.key, g.point_id, g.code_id, g.channel, g.helper_id, g.device, g.language, g.started_at, g.finished_at, g.answers::jsonb
        from given g
        join surveys.wave w on (w.organisation_id, w.id) = ($1, g.wave_id)
        where w.state = 'open' or (w.state = 'closed' and g.channel in ('interviewer', 'paper') and g.finished_at <= w.closed_at)
        on conflict do nothing
        """;

    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The outcome of each, in the order given.</returns>
    public async Task<IReadOnlyList<SubmissionOutcome>> InsertAsync(IReadOnlyList<Submission> submissions)
    {
        await using var connection = await database.OpenConnectionAsync();
        var outcomes = new SubmissionOutcome[submissions.Count];
        if (await StoreAsync(connection, submissions) < submissions.Count)
        {
            for (var place = 0; place < submissions.Count; place++)
            {
                outcomes[place] = await OutcomeAsync(connection, submissions[place]);
            }
        }

        return outcomes;
    }

    /// <summary>Statements sent together are one transaction: PostgreSQL commits it before it answers.</summary>
    /// <returns>How many are new: to ask for them by name would cost every batch what only a batch with something wrong needs.</returns>
    private static async Task<int> StoreAsync(NpgsqlConnection connection, IReadOnlyList<Submission> submissions)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var organisation in submissions.GroupBy(submission => submission.OrganisationId))
        {
            batch.BatchCommands.Add(WorkFor(organisation.Key));
            batch.BatchCommands.Add(InsertOf(organisation.Key, [.. organisation]));
        }

        // Kept by the connection: planning this insert costs more than making it.
        await batch.PrepareAsync();
        return await batch.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// For this transaction: whose rows, no “committed” before the disk has them, however the server is set, and the plan made once: by itself
    /// PostgreSQL plans again for every length of a batch.
    /// </summary>
    private static NpgsqlBatchCommand WorkFor(Guid organisation) => new("""
        select set_config('app.organisation_id', $1, true), set_config('synchronous_commit', 'on', true), set_config('plan_cache_mode', 'force_generic_plan', true)
        """)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = organisation.ToString() } },
    };

    private static NpgsqlBatchCommand InsertOf(Guid organisation, List<Submission> rows) => new(Insert)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = organisation },
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Id)),
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.WaveId)),
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.Key)),
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.PointId)),
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.CodeId)),
            Column(NpgsqlDbType.Text, rows.ConvertAll(row => Naming.ToSnake(row.Channel.ToString()))),
            Column(NpgsqlDbType.Uuid, rows.ConvertAll(row => row.HelperId)),
            Column(NpgsqlDbType.Text, rows.ConvertAll(row => row.Device)),
            Column(NpgsqlDbType.Text, rows.ConvertAll(row => row.Language)),
            Column(NpgsqlDbType.TimestampTz, rows.ConvertAll(row => row.StartedAt?.UtcDateTime)),
            Column(NpgsqlDbType.TimestampTz, rows.ConvertAll(row => row.FinishedAt.UtcDateTime)),
            Column(NpgsqlDbType.Text, rows.ConvertAll(row => JsonSerializer.Serialize(row.Answers, AsTyped))),
        },
    };

    private static NpgsqlParameter Column<T>(NpgsqlDbType type, List<T> values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>Rare: something in the batch was sent twice, had a used code, or came when the wave had been closed.</summary>
    private static async Task<SubmissionOutcome> OutcomeAsync(NpgsqlConnection connection, Submission given)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(WorkFor(given.OrganisationId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""
            select coalesce(bool_or(id = $5), false), coalesce(bool_or(submission_key = $3), false), coalesce(bool_or(code_id = $4), false) from surveys.response
            where organisation_id = $1 and (wave_id = $2 and submission_key = $3 or code_id = $4)
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = given.OrganisationId },
                new NpgsqlParameter<Guid> { TypedValue = given.WaveId },
                new NpgsqlParameter<Guid> { TypedValue = given.Key },
                new NpgsqlParameter { Value = (object?)given.CodeId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<Guid> { TypedValue = given.Id },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetBoolean(0) ? SubmissionOutcome.Stored
            : reader.GetBoolean(1) ? SubmissionOutcome.StoredBefore
            : reader.GetBoolean(2) ? SubmissionOutcome.CodeUsed
            : SubmissionOutcome.WaveClosed;
    }
}
