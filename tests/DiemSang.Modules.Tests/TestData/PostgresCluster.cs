using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DiemSang.Tests.TestData;

/// <summary>
/// A real PostgreSQL server for one test run: own data folder, own free port on loopback, stopped at the end.
/// Started by root it runs as the unprivileged user that Debian's package brings.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string Quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=128MB";
    private static readonly Lazy<PostgresCluster> Running = new(() => new PostgresCluster(Quick));
    private readonly string _folder = Directory.CreateTempSubdirectory("diemsang-pg-").FullName;
    private readonly int _port = FreePort();

    private readonly string _settings;

    private PostgresCluster(string settings)
    {
        _settings = settings;
        var data = Data;
        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, "owner");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "-R", "postgres", _folder);
        }

        RunAsServerUser("initdb", "-D", data, "-U", "owner", "--pwfile", password, "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
        RemoveWhenWeAreGone();
    }

    public static PostgresCluster Instance => Running.Value;

    /// <summary>A server of one's own that keeps its promises as in production: what it has committed is on disk.</summary>
    public static PostgresCluster Durable() => new("-c fsync=on -c synchronous_commit=on");

    /// <summary>Of the server, whose children serve the connections.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    private string Settings =>
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {_settings} -c max_connections=200 -c shared_buffers=128MB";

    public void Start() => RunAsServerUser("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", Settings, "start");

    /// <summary>As when the power fails: kill -9 of the server and of its children, then started again.</summary>
    public void KillAndStart()
    {
        var server = ProcessId;
        Run("/bin/sh", "-c", $"pkill -KILL -P {server}; kill -KILL {server}; while kill -0 {server} 2>/dev/null; do sleep 0.05; done; sleep 0.3");
        Start();
    }

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = "owner", Password = "owner", Database = database, IncludeErrorDetail = true }.ConnectionString;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            RunAsServerUser("pg_ctl", "-D", Data, "-m", "immediate", "stop");
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>
    /// Leaves a process of its own that waits for the end of the tests, stops the server and removes its folder.
    /// The runner gives a finished test process 100 ms before it kills it, and a broken run none: the tests cannot clean up after themselves.
    /// </summary>
    private void RemoveWhenWeAreGone() =>
        Run(
            "/bin/sh",
            [
                "-c", """setsid /bin/sh -c 'while kill -0 "$0"; do sleep 0.5; done; folder="$1"; shift; "$@"; rm -rf "$folder"' "$0" "$@" &""",
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture), _folder, .. AsServerUser("pg_ctl", "-D", Data, "-m", "immediate", "stop"),
            ]);

    private static void RunAsServerUser(string tool, params string[] arguments)
    {
        var command = AsServerUser(tool, arguments);
        Run(command[0], command[1..]);
    }

    private static string[] AsServerUser(string tool, params string[] arguments)
    {
        var path = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin", tool)).FirstOrDefault(File.Exists) ?? tool;
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments] : [path, .. arguments];
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits these handles when it detaches: reading them to their end would wait for the server itself.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
