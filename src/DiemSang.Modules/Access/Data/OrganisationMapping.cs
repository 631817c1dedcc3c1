using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Access.Data;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.HasKey(organisation => organisation.Id);
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Path).ValueGeneratedOnAddOrUpdate();
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
    }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder) => builder.Mentions<Unit>(nameof(Unit.MergedIntoId));
}

internal sealed class UnitNameMapping : IEntityTypeConfiguration<UnitName>
{
    public void Configure(EntityTypeBuilder<UnitName> builder) => builder.Mentions<Unit>(nameof(UnitName.UnitId));
}

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.Mentions<Person>(nameof(Appointment.PersonId));
        builder.Mentions<Unit>(nameof(Appointment.UnitId));
    }
}

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.Mentions<Person>(nameof(Mandate.FromPersonId));
        builder.Mentions<Person>(nameof(Mandate.ToPersonId));
    }
}
