namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>The few moods a state can have. Colour is never the only sign: each tone brings its icon, the caller brings the word.</summary>
public enum Tone
{
    Neutral,
    Doing,
    Done,
    Due,
    Late,
    Blocked,
}

public static class Tones
{
    public static string Css(this Tone tone) => "tone-" + tone.ToString().ToLowerInvariant();

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Doing => "doing",
        Tone.Done => "check",
        Tone.Due => "clock",
        Tone.Late => "alert",
        Tone.Blocked => "block",
        _ => "circle",
    };
}
