using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace DiemSang.Modules.Reminders.Sending;

public enum Delivery { Taken, Refused, NotNow }

/// <param name="Said">The server's words; null when it took the letter.</param>
public sealed record DeliveryResult(Delivery Delivery, string? Said = null);

/// <summary>Hands one letter to the mail server.</summary>
public sealed class Postman(MailSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<DeliveryResult> DeliverAsync(Mail mail, string senderName, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var letter = Letter(mail, senderName);
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
            client.Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password);
            await client.SendMailAsync(letter, patience.Token);
            return new DeliveryResult(Delivery.Taken);
        }
        catch (FormatException e)
        {
            return new DeliveryResult(Delivery.Refused, e.Message);
        }
        catch (SmtpException e)
        {
            return new DeliveryResult(IsForever(e) ? Delivery.Refused : Delivery.NotNow, $"{(int)e.StatusCode} {(e.InnerException ?? e).Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new DeliveryResult(Delivery.NotNow, $"No answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private MailMessage Letter(Mail mail, string senderName)
    {
        var letter = new MailMessage
        {
            From = new MailAddress(settings.From, senderName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.TextBody,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        letter.To.Add(new MailAddress(mail.Address));
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.HtmlBody, Encoding.UTF8, MediaTypeNames.Text.Html));
        // The same letter sent twice, because a node died between sending and writing that down, is one letter to a mail reader.
        letter.Headers.Add("Message-ID", $"<{mail.Id:N}@{letter.From.Host}>");
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;
    }

    /// <summary>RFC 5321: 5xx is for ever, 4xx may pass. "Command not recognised" and a missing login are our settings, which an operator can mend.</summary>
    private static bool IsForever(SmtpException e) =>
        e.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath
            or SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.TransactionFailed;
}
