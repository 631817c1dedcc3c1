using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace DiemSang.Tests.TestData;

/// <summary>A letter as it arrived: its first header block as sent, and its parts decoded.</summary>
public sealed record ReceivedMail(string Raw, string To, string Subject, string Text, string Html);

/// <summary>A real mail server (Debian's python3-aiosmtpd) on a free port, putting letters into a Maildir; it refuses recipients named "khong-co".</summary>
public sealed partial class SmtpServer : IDisposable
{
    private const string Handler = """
        from aiosmtpd.handlers import Mailbox

        class Choosy(Mailbox):
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith("khong-co@"):
                    return "550 5.1.1 No such mailbox"
                envelope.rcpt_tos.append(address)
                return "250 OK"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("diemsang-mail-").FullName;
    private Process? _process;

    public int Port { get; } = FreePort();

    public static SmtpServer Start()
    {
        var server = new SmtpServer();
        server.Open();
        return server;
    }

    /// <summary>A server that is not there yet: its port answers only after <see cref="Open"/>.</summary>
    public static SmtpServer Closed() => new();

    public void Open()
    {
        File.WriteAllText(Path.Combine(_folder, "choosy.py"), Handler);
        var start = new ProcessStartInfo("aiosmtpd", ["-n", "-l", $"127.0.0.1:{Port}", "-c", "choosy.Choosy", Path.Combine(_folder, "mail")])
        {
            WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["PYTHONPATH"] = _folder;
        _process = Process.Start(start)!;
        for (var patience = Stopwatch.StartNew(); !Answers();)
        {
            if (_process.HasExited || patience.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new InvalidOperationException($"aiosmtpd did not start: {(_process.HasExited ? _process.StandardError.ReadToEnd() : "no answer")}");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Everything received so far, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            var inbox = new DirectoryInfo(Path.Combine(_folder, "mail", "new"));
            return inbox.Exists ? [.. inbox.EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name).Select(file => Parse(File.ReadAllText(file.FullName)))] : [];
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ReceivedMail Parse(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        return new ReceivedMail(raw, Header(raw, "X-RcptTo"), Words(Header(raw, "Subject")), Part(raw, "text/plain"), Part(raw, "text/html"));
    }

    private static string Header(string raw, string name) =>
        Regex.Match(raw.Split("\n\n")[0], $@"(?im)^{name}:[ ]*(.*(?:\n[ \t].*)*)$").Groups[1].Value;

    /// <summary>RFC 2047 encoded words, as System.Net.Mail writes them: base64 of UTF-8.</summary>
    private static string Words(string header)
    {
        var bytes = EncodedWord().Matches(header).SelectMany(word => Convert.FromBase64String(word.Groups[1].Value)).ToArray();
        return bytes.Length == 0 ? header : Encoding.UTF8.GetString(bytes);
    }

    private static string Part(string raw, string mediaType)
    {
        var part = Regex.Split(raw, @"\n--[^\n]*\n").FirstOrDefault(part => Regex.IsMatch(part.Split("\n\n")[0], $"(?i)content-type:\\s*{mediaType}"));
        if (part is null)
        {
            return "";
        }

        var body = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        body = Regex.Split(body, @"\n--")[0];
        return Encoding.UTF8.GetString(part.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(body) : Unquote(body)).ReplaceLineEndings("\n");
    }

    private static byte[] Unquote(string body)
    {
        var joined = body.Replace("=\n", "");
        var bytes = new List<byte>();
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return [.. bytes];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
