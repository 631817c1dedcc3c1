using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;

namespace DiemSang.Web.Commands;

/// <summary>
/// Settings come from environment variables (docs/operations.md lists them): ConnectionStrings__Main, ConnectionStrings__Application,
/// DIEMSANG_FILES, DIEMSANG_CATALOG, DIEMSANG_HOME.
/// </summary>
public static class Settings
{
    public static DatabaseConnections Database(IConfiguration configuration)
    {
        var main = configuration.GetConnectionString("Main");
        var application = configuration.GetConnectionString("Application");
        return (main, application) switch
        {
            ({ Length: > 0 }, _) => DatabaseConnections.From(main, string.IsNullOrEmpty(application) ? null : application),
            // A node that never migrates needs no owner.
            (_, { Length: > 0 }) => new DatabaseConnections("", application),
            _ => throw new SettingMissingException("ConnectionStrings__Main is not set: the connection string of the PostgreSQL database. `./dev run` starts a private one."),
        };
    }

    public static FileStoreOptions Files(IConfiguration configuration) =>
        new(configuration["DIEMSANG_FILES"] ?? Path.Combine(Home(configuration), ".data", "files"));

    /// <summary>The folder of law and method as data.</summary>
    public static string Catalog(IConfiguration configuration) => configuration["DIEMSANG_CATALOG"] ?? Path.Combine(Home(configuration), "catalog");

    /// <summary>Without <c>Mail__Host</c> no letters are sent.</summary>
    public static MailSettings Mail(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        return new MailSettings(
            mail["Host"] is { Length: > 0 } host ? host : null,
            mail.GetValue("Port", MailSettings.Off.Port),
            mail.GetValue("Tls", MailSettings.Off.Tls),
            mail["From"] ?? MailSettings.Off.From,
            mail["User"],
            mail["Password"],
            configuration.GetValue("Site:Address", MailSettings.Off.Site));
    }

    public static string Home(IConfiguration configuration) => configuration["DIEMSANG_HOME"] ?? Directory.GetCurrentDirectory();

    /// <summary>For commands without a host.</summary>
    public static IConfiguration FromEnvironment() => new ConfigurationBuilder().AddEnvironmentVariables().Build();
}

/// <summary>Something the operator has to set; printed as one line, exit code 2.</summary>
public sealed class SettingMissingException(string message) : Exception(message);
