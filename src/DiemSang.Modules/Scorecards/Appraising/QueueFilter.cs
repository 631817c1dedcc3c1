using DiemSang.Core.Language;
using DiemSang.Core.Scoring;

namespace DiemSang.Modules.Scorecards.Appraising;

/// <summary>Which units under a criterion an appraiser wants to see.</summary>
public enum QueueView { All, Undecided, Flagged, Explained, NotSubmitted }

/// <param name="Name">Part of a unit's name, with or without marks.</param>
/// <param name="Flag">Only units with this flag.</param>
public sealed record QueueFilter(QueueView View = QueueView.All, string? Name = null, FlagKind? Flag = null)
{
    public bool Admits(QueueLine line) => View switch
    {
        QueueView.Undecided => line.Now is null,
        QueueView.Flagged => line.Flags.Count > 0,
        QueueView.Explained => line.Self?.AnsweredAt is not null,
        QueueView.NotSubmitted => line.Sheet.Sheet?.IsSubmitted(line.Sheet.Participant) != true,
        _ => true,
    } && (Flag is null || line.Flags.Any(flag => flag.Kind == Flag)) && (Name is null || VietnameseText.Fold(line.Sheet.Participant.SubjectName).Contains(VietnameseText.Fold(Name), StringComparison.Ordinal));
}
