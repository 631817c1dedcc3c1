using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Reminders.Data;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Mentions<Person>(nameof(Notification.PersonId));
        builder.Mentions<Person>(nameof(Notification.ByPersonId));
        builder.Mentions<Occurrence>(nameof(Notification.OccurrenceId));
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder) => builder.Mentions<Person>(nameof(Notice.PersonId));
}

internal sealed class MailMapping : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder) => builder.Mentions<Person>(nameof(Mail.PersonId));
}

internal sealed class PreferenceMapping : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder) => builder.Mentions<Person>(nameof(Preference.PersonId));
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder) => builder.Mentions<Person>(nameof(Absence.PersonId));
}

internal sealed class ReminderSettingMapping : IEntityTypeConfiguration<ReminderSetting>
{
    public void Configure(EntityTypeBuilder<ReminderSetting> builder) => builder.Property(setting => setting.Rule).AsJson();
}

internal sealed class LinkKeyMapping : IEntityTypeConfiguration<LinkKey>
{
    public void Configure(EntityTypeBuilder<LinkKey> builder) => builder.Property(key => key.Secret).IsRequired();
}
