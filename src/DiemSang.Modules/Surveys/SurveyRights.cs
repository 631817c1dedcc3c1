using DiemSang.Modules.Access;

namespace DiemSang.Modules.Surveys;

/// <summary>Who keeps surveys, who collects, who reads results.</summary>
public static class SurveyRights
{
    /// <summary>Plans waves, opens and closes them, issues codes, reviews: the focal official and the leaders.</summary>
    public static bool MayKeepSurveys(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>Interviews and keys paper forms: everybody who works in a unit, and those who keep surveys.</summary>
    public static bool MayCollect(this Actor actor) => actor.MayKeepSurveys() || actor.UnitIds.Any();
}
