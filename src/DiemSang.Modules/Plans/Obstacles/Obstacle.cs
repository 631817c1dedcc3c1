using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Obstacles;

/// <summary>What a unit is stuck on, and the decision that a named person is asked for (PLN-32).</summary>
public sealed class Obstacle : TenantEntity, IAudited
{
    public const int DecisionMaxLength = 2000;

    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The update that raised it.</summary>
    public required Guid UpdateId { get; init; }
    public required string Text { get; init; }
    public required Guid RaisedBy { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Whose decision it waits for; null where nobody held a post to ask.</summary>
    public Guid? AskedPersonId { get; init; }
    public string? Decision { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the unit reported again: no decision is waited for any more.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public bool IsOpen => DecidedAt is null && LiftedAt is null;

    public void Decide(string decision, Guid by, DateTimeOffset at) => (Decision, DecidedBy, DecidedAt) = (decision, by, at);

    public void Lift(DateTimeOffset at) => LiftedAt = at;
}

internal sealed class ObstacleMapping : IEntityTypeConfiguration<Obstacle>
{
    public void Configure(EntityTypeBuilder<Obstacle> builder)
    {
        builder.Ignore(obstacle => obstacle.IsOpen);
        builder.Mentions<PlanTask>(nameof(Obstacle.TaskId));
        builder.Mentions<Unit>(nameof(Obstacle.UnitId));
        builder.Mentions<ProgressUpdate>(nameof(Obstacle.UpdateId));
        builder.Mentions<Person>(nameof(Obstacle.AskedPersonId));
    }
}
