using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders;

public enum MailState { Waiting, Sent, Failed }

/// <summary>A letter in the outbox, written in the transaction that decided on it and sent afterwards.</summary>
public sealed class Mail : TenantEntity
{
    /// <summary>Minutes to wait after each failed attempt; a letter that failed once more after the last is given up.</summary>
    private static readonly int[] Waits = [1, 5, 15, 60, 240, 720];

    public required Guid PersonId { get; init; }

    /// <summary>What makes it one letter to this person: "digest 2026-11-23".</summary>
    public required string Key { get; init; }
    public required string Address { get; set; }
    public required string Subject { get; init; }
    public required string TextBody { get; init; }
    public required string HtmlBody { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset NextAttemptAt { get; set; }
    public MailState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>What the mail server said last, for the administrator.</summary>
    public string? Failure { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    public static string DigestKey(DateOnly day) => $"digest {day:yyyy-MM-dd}";

    public void Sent(DateTimeOffset at)
    {
        State = MailState.Sent;
        Attempts++;
        SentAt = at;
        Failure = null;
    }

    /// <param name="isFinal">The server will never take it: the address does not exist.</param>
    public void Fail(string failure, bool isFinal, DateTimeOffset at)
    {
        Failure = failure;
        State = isFinal || Attempts >= Waits.Length ? MailState.Failed : MailState.Waiting;
        NextAttemptAt = State == MailState.Failed ? at : at.AddMinutes(Waits[Attempts]);
        Attempts++;
    }

    /// <summary>Somebody has mended what was wrong: once more from the beginning.</summary>
    /// <param name="address">The person's address now; null keeps the one it had.</param>
    public void TryAgain(string? address, DateTimeOffset at)
    {
        Address = address ?? Address;
        State = MailState.Waiting;
        Attempts = 0;
        NextAttemptAt = at;
    }
}
