using DiemSang.Modules.Surveys;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>Tells devices apart within one wave without saying what or where they are: address and browser, hashed with the wave's key.</summary>
public static class DeviceMark
{
    private const int Bytes = 8;

    public static string Of(HttpContext http, byte[] secret)
    {
        var headers = http.Request.Headers;
        var traits = $"{http.Connection.RemoteIpAddress}|{headers.UserAgent}|{headers.AcceptLanguage}";
        return Convert.ToHexStringLower(WaveKey.Mark(secret, traits).AsSpan(0, Bytes));
    }
}
