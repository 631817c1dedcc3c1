using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Modules.Surveys.Paper;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Surveys.Data;

internal sealed class SurveyMapping : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder) => builder.Mentions<QuestionnaireVersion>(nameof(Survey.QuestionnaireId));
}

internal sealed class QuestionnaireVersionMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> builder) => builder.HasIndex(version => new { version.OrganisationId, version.ContentHash }).IsUnique();
}

internal sealed class WaveMapping : IEntityTypeConfiguration<Wave>
{
    public void Configure(EntityTypeBuilder<Wave> builder)
    {
        builder.Mentions<Survey>(nameof(Wave.SurveyId));
        builder.Mentions<QuestionnaireVersion>(nameof(Wave.QuestionnaireId));
        builder.Property(wave => wave.Channels).HasColumnType("text[]").HasConversion(
            channels => channels.Select(channel => Naming.ToSnake(channel.ToString())).ToArray(),
            words => words.Select(word => Enum.Parse<CollectionChannel>(word, true)).ToList(),
            new ValueComparer<List<CollectionChannel>>((a, b) => a!.SequenceEqual(b!), channels => channels.Count, channels => channels.ToList()));
    }
}

internal sealed class CollectionPointMapping : IEntityTypeConfiguration<CollectionPoint>
{
    public void Configure(EntityTypeBuilder<CollectionPoint> builder) => builder.Mentions<Survey>(nameof(CollectionPoint.SurveyId));
}

internal sealed class WaveKeyMapping : IEntityTypeConfiguration<WaveKey>
{
    public void Configure(EntityTypeBuilder<WaveKey> builder) => builder.Mentions<Wave>(nameof(WaveKey.Id));
}

internal sealed class AccessCodeMapping : IEntityTypeConfiguration<AccessCode>
{
    public void Configure(EntityTypeBuilder<AccessCode> builder) => builder.Mentions<Wave>(nameof(AccessCode.WaveId));
}

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.Mentions<Wave>(nameof(Response.WaveId));
        builder.Mentions<CollectionPoint>(nameof(Response.PointId));
        builder.Mentions<AccessCode>(nameof(Response.CodeId));
        builder.Mentions<Person>(nameof(Response.HelperId));
        builder.Property(response => response.Answers).AsJson();
    }
}

internal sealed class PaperFormMapping : IEntityTypeConfiguration<PaperForm>
{
    public void Configure(EntityTypeBuilder<PaperForm> builder)
    {
        builder.Mentions<Wave>(nameof(PaperForm.WaveId));
        builder.Mentions<CollectionPoint>(nameof(PaperForm.PointId));
        builder.Mentions<AccessCode>(nameof(PaperForm.CodeId));
        builder.Mentions<Person>(nameof(PaperForm.FirstClerkId));
        builder.Mentions<Person>(nameof(PaperForm.SecondClerkId));
        builder.Mentions<Response>(nameof(PaperForm.ResponseId));
        builder.Property(form => form.FirstAnswers).AsJson();
        builder.Property(form => form.SecondAnswers).AsJson();
    }
}

internal sealed class SampleMapping : IEntityTypeConfiguration<Sample>
{
    public void Configure(EntityTypeBuilder<Sample> builder)
    {
        builder.Mentions<Wave>(nameof(Sample.WaveId));
        builder.Property(sample => sample.Plan).AsJson();
        builder.Property(sample => sample.Available).AsJson();
        builder.Ignore(sample => sample.HasCodes);
        builder.HasMany(sample => sample.Units).WithOne().HasForeignKey(unit => new { unit.OrganisationId, unit.SampleId });
    }
}

internal sealed class SampleUnitMapping : IEntityTypeConfiguration<SampleUnit>
{
    public void Configure(EntityTypeBuilder<SampleUnit> builder) => builder.Ignore(unit => unit.Weight);
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Mentions<Wave>(nameof(Review.WaveId));
        builder.Mentions<Response>(nameof(Review.ResponseId));
        builder.Mentions<Person>(nameof(Review.DecidedBy));
    }
}

internal sealed class BackCheckMapping : IEntityTypeConfiguration<BackCheck>
{
    public void Configure(EntityTypeBuilder<BackCheck> builder) => builder.Mentions<Wave>(nameof(BackCheck.WaveId));
}

internal sealed class RefusedCodeMapping : IEntityTypeConfiguration<RefusedCode>
{
    public void Configure(EntityTypeBuilder<RefusedCode> builder)
    {
        builder.Mentions<Wave>(nameof(RefusedCode.WaveId));
        builder.Mentions<CollectionPoint>(nameof(RefusedCode.PointId));
        builder.Mentions<AccessCode>(nameof(RefusedCode.CodeId));
    }
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.Mentions<Wave>(nameof(Publication.WaveId));
        builder.Mentions<Person>(nameof(Publication.PublishedBy));
        builder.HasMany(publication => publication.Figures).WithOne().HasForeignKey(figure => new { figure.OrganisationId, figure.PublicationId });
    }
}

internal sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder) => builder.HasNoKey().ToView("published_figures", "surveys").Ignore(figure => figure.Margin);
}

internal sealed class ResultSettingMapping : IEntityTypeConfiguration<ResultSetting>
{
    public void Configure(EntityTypeBuilder<ResultSetting> builder) => builder.Mentions<Wave>(nameof(ResultSetting.Id));
}

internal sealed class BackCheckAnswerMapping : IEntityTypeConfiguration<BackCheckAnswer>
{
    public void Configure(EntityTypeBuilder<BackCheckAnswer> builder)
    {
        builder.Mentions<BackCheck>(nameof(BackCheckAnswer.BackCheckId));
        builder.Mentions<Response>(nameof(BackCheckAnswer.ResponseId));
        builder.Mentions<Person>(nameof(BackCheckAnswer.RecordedBy));
    }
}

internal sealed class OutsideSurveyMapping : IEntityTypeConfiguration<OutsideSurvey>
{
    public void Configure(EntityTypeBuilder<OutsideSurvey> builder)
    {
        builder.Mentions<Person>(nameof(OutsideSurvey.ContactId));
        builder.HasMany(survey => survey.Tasks).WithOne().HasForeignKey(task => new { task.OrganisationId, task.OutsideSurveyId });
    }
}

internal sealed class SupportTaskMapping : IEntityTypeConfiguration<SupportTask>
{
    public void Configure(EntityTypeBuilder<SupportTask> builder)
    {
        builder.Ignore(task => task.IsDone);
        builder.Mentions<Unit>(nameof(SupportTask.UnitId));
        builder.Mentions<Person>(nameof(SupportTask.PersonId));
    }
}
