using System.Collections.Concurrent;
using DiemSang.Modules;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Tests.TestData;

/// <summary>A migrated database of its own, copied from a template in a fraction of a second.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateLock = new(1);
    private static readonly ConcurrentQueue<string> Used = new();
    private static bool _templateReady;
    private readonly ServiceProvider _services;
    private readonly string? _name;

    /// <param name="name">Of the database to drop at the end; null leaves it to the server's own end.</param>
    private TestDatabase(DatabaseConnections connections, string? name, Action<IServiceCollection>? configure)
    {
        Connections = connections;
        FilesFolder = Directory.CreateTempSubdirectory("diemsang-files-").FullName;
        _name = name;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddModules(connections, new FileStoreOptions(FilesFolder));
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public DatabaseConnections Connections { get; }
    public string FilesFolder { get; }

    /// <param name="configure">Replaces services, e.g. the clock.</param>
    public static async Task<TestDatabase> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await TemplateLock.WaitAsync();
        try
        {
            await PrepareTemplateAsync();
            await DropUsedAsync();
            await ExecuteOnServerAsync($"create database {name} template diemsang_template");
        }
        finally
        {
            TemplateLock.Release();
        }

        return new TestDatabase(DatabaseConnections.From(PostgresCluster.Instance.ConnectionTo(name)), name, configure);
    }

    /// <summary>A database on a server of one's own.</summary>
    public static async Task<TestDatabase> CreateOnAsync(PostgresCluster cluster)
    {
        var connections = DatabaseConnections.From(cluster.ConnectionTo("postgres"));
        await new Migrator(connections).ApplyAsync();
        return new TestDatabase(connections, name: null, configure: null);
    }

    /// <summary>One unit of work for an organisation, as a request would have it.</summary>
    public AsyncServiceScope Scope(Guid? organisationId = null)
    {
        var scope = _services.CreateAsyncScope();
        if (organisationId is { } organisation)
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
        }

        return scope;
    }

    /// <summary>Runs SQL as the owner, past row-level security.</summary>
    public async Task ExecuteAsOwnerAsync(string sql, params object[] arguments)
    {
        await using var connection = new NpgsqlConnection(Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
        {
            command.Parameters.AddWithValue(argument);
        }

        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(FilesFolder, recursive: true);
        if (_name is not null)
        {
            Used.Enqueue(_name);
        }
    }

    /// <summary>
    /// A run makes hundreds of databases of 13 MB, more than a small machine has room for.
    /// Dropped many at a time, when their connections are long gone: dropping each at its test's end makes the run twice as long.
    /// </summary>
    private static async Task DropUsedAsync()
    {
        if (Used.Count < 40)
        {
            return;
        }

        while (Used.TryDequeue(out var name))
        {
            await ExecuteOnServerAsync($"drop database {name} with (force)");
        }
    }

    private static async Task PrepareTemplateAsync()
    {
        if (_templateReady)
        {
            return;
        }

        await ExecuteOnServerAsync("create database diemsang_template");
        var connections = DatabaseConnections.From(PostgresCluster.Instance.ConnectionTo("diemsang_template"));
        await new Migrator(connections).ApplyAsync();
        NpgsqlConnection.ClearAllPools();
        _templateReady = true;
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresCluster.Instance.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
