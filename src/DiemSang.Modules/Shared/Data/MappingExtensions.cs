using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Shared.Data;

internal static class MappingExtensions
{
    /// <summary>A foreign key to another row of the same organisation, without a navigation: EF then inserts in the right order.</summary>
    public static void Mentions<TOther>(this EntityTypeBuilder builder, string foreignKey)
        where TOther : TenantEntity =>
        builder.HasOne(typeof(TOther)).WithMany().HasForeignKey(nameof(TenantEntity.OrganisationId), foreignKey).OnDelete(DeleteBehavior.Restrict);

    /// <summary>An immutable record kept as one jsonb value; equality is that of its JSON.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal),
                value => value));
}
