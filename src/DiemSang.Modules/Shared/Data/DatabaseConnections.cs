using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DiemSang.Modules.Shared.Data;

/// <summary>
/// Two connection strings. <see cref="Owner"/> owns the database and migrates it (ConnectionStrings__Main);
/// <see cref="Application"/> is what the running product uses: role diemsang_app, which owns nothing and cannot bypass row-level security.
/// </summary>
public sealed record DatabaseConnections(string Owner, string Application)
{
    public const string ApplicationRole = "diemsang_app";

    /// <summary>
    /// Where only the owner's string is given, the application role's password is derived from the owner's, so that
    /// several copies of the program agree without sharing a file. A server with no passwords (trust on a socket) works too.
    /// </summary>
    public static DatabaseConnections From(string owner, string? application = null)
    {
        var derived = new NpgsqlConnectionStringBuilder(owner) { Username = ApplicationRole, Password = PasswordFrom(owner) };
        return new DatabaseConnections(owner, application ?? derived.ConnectionString);
    }

    public string ApplicationPassword => new NpgsqlConnectionStringBuilder(Application).Password ?? "";

    private static string PasswordFrom(string owner)
    {
        var key = Encoding.UTF8.GetBytes(new NpgsqlConnectionStringBuilder(owner).Password ?? "");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(ApplicationRole)));
    }
}
