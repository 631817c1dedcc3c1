using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Meetings.Data;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Ignore(meeting => meeting.Day).Ignore(meeting => meeting.IsSigned);
        builder.Mentions<Person>(nameof(Meeting.ChairId));
        builder.Mentions<Person>(nameof(Meeting.SecretaryId));
        builder.HasMany(meeting => meeting.Agenda).WithOne().HasForeignKey(item => new { item.OrganisationId, item.MeetingId });
        builder.HasMany(meeting => meeting.Guests).WithOne().HasForeignKey(guest => new { guest.OrganisationId, guest.MeetingId });
        builder.HasMany(meeting => meeting.Conclusions).WithOne().HasForeignKey(conclusion => new { conclusion.OrganisationId, conclusion.MeetingId });
        builder.HasMany(meeting => meeting.Proposals).WithOne().HasForeignKey(proposal => new { proposal.OrganisationId, proposal.MeetingId });
    }
}

internal sealed class GuestMapping : IEntityTypeConfiguration<Guest>
{
    public void Configure(EntityTypeBuilder<Guest> builder) => builder.Mentions<Person>(nameof(Guest.PersonId));
}

internal sealed class ConclusionMapping : IEntityTypeConfiguration<Conclusion>
{
    public void Configure(EntityTypeBuilder<Conclusion> builder)
    {
        builder.Mentions<Unit>(nameof(Conclusion.UnitId));
        builder.Mentions<Person>(nameof(Conclusion.PersonId));
    }
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder) => builder.Mentions<Unit>(nameof(Proposal.UnitId));
}
