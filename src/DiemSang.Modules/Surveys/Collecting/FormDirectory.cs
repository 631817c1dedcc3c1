using System.Collections.Concurrent;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using Npgsql;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>
/// Finds the form behind a public code. Remembered for two seconds: a crowd at one poster costs one look-up, and a wave that was closed
/// meanwhile is caught when the answer is stored.
/// </summary>
public sealed class FormDirectory(NpgsqlDataSource database)
{
    private const int MostRemembered = 5000;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (long At, SurveyForm Form)> _recent = new();
    private readonly ConcurrentDictionary<string, FormWalk> _walks = new();

    /// <summary>Null when no point has this code.</summary>
    public ValueTask<SurveyForm?> FindAsync(string code, CancellationToken cancel = default) =>
        _recent.TryGetValue(code, out var known) && Environment.TickCount64 - known.At < Freshness.TotalMilliseconds
            ? new ValueTask<SurveyForm?>(known.Form)
            : FindAgainAsync(code, cancel);

    /// <summary>After a wave opened or closed: this copy of the program need not wait two seconds.</summary>
    public void Forget() => _recent.Clear();

    private async ValueTask<SurveyForm?> FindAgainAsync(string code, CancellationToken cancel)
    {
        var form = await ReadAsync(code, cancel);
        if (form is not null)
        {
            if (_recent.Count >= MostRemembered)
            {
                _recent.Clear();
            }

            _recent[code] = (Environment.TickCount64, form);
        }

        return form;
    }

    private async Task<SurveyForm?> ReadAsync(string code, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select * from surveys.form_of_point($1)");
        command.Parameters.AddWithValue(code);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return null;
        }

        return new SurveyForm(
            reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetString(3), reader.GetGuid(4), reader.GetString(5),
            Enum.Parse<PointKind>(reader.GetString(6), true), reader.GetBoolean(7), await reader.IsDBNullAsync(8, cancel) ? null : WaveOf(reader));
    }

    private FormWave WaveOf(NpgsqlDataReader reader)
    {
        var definition = reader.GetString(17);
        var walk = _walks.GetOrAdd(reader.GetString(16), _ => new FormWalk(QuestionnaireYaml.Read(definition)));
        return new FormWave(
            reader.GetGuid(8), reader.GetString(9), Enum.Parse<WaveState>(reader.GetString(10), true),
            reader.GetFieldValue<DateOnly>(11), reader.GetFieldValue<DateOnly>(12),
            [.. reader.GetFieldValue<string[]>(13).Select(word => Enum.Parse<CollectionChannel>(word, true))],
            reader.GetBoolean(14), reader.GetFieldValue<byte[]>(15))
        {
            Walk = walk,
        };
    }
}
