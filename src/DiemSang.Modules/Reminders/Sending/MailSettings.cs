namespace DiemSang.Modules.Reminders.Sending;

/// <summary>The mail server, and where links in letters lead.</summary>
/// <param name="Host">Null sends no letters; people are then reminded in the product only.</param>
/// <param name="Tls">STARTTLS.</param>
/// <param name="From">Address the letters come from.</param>
/// <param name="Site">The product's address as people reach it.</param>
public sealed record MailSettings(string? Host, int Port, bool Tls, string From, string? User, string? Password, Uri Site)
{
    public static readonly MailSettings Off = new(null, 25, false, "diemsang@localhost", null, null, new Uri("http://localhost:5080"));

    public bool IsOn => Host is not null;

    public string Address(string path) => new Uri(Site, path).ToString();
}
